import { authorize, type Outcome } from "../../access/index.js";
import { Refusal } from "../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser, isOneself, recordDeed } from "../administered-user.js";
import { notOnOneself } from "../identity.problems.js";
import type { Caller, Services } from "../services.js";
import { removeMembership, type UserRecord } from "../user.store.js";
import type { RoleAtUnit } from "./grant-role.js";

/**
 * Takes effect at the user's next request. Nobody revokes an own ADMIN role: a tree could be left without an
 * administrator.
 */
export const revokeRole = (
  services: Services,
  caller: Caller,
  input: RoleAtUnit,
): Promise<Outcome<UserRecord>> =>
  services.commands.run({ ...caller, name: "revokeRole", input }, async (session) => {
    const doing = { session, caller, services };
    const chosen = await administeredUser(doing, "role:revoke", input.userId);
    const place = authorize(caller.viewer, "role:revoke", await unitByCode(session, input.unitCode));
    if (input.role === "ADMIN" && isOneself(caller, chosen.user)) throw new Refusal(notOnOneself);
    const roles = await removeMembership(session, chosen.user.id, place, input.role);
    if (roles)
      recordDeed(doing, chosen, { operation: "revokeRole", role: input.role, place, changes: { roles } });
    return chosen.user;
  });
