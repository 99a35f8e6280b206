import { storeEntries } from "../../history/index.js";
import { authorize, type Outcome, type Role } from "../../access/index.js";
import { Refusal } from "../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser, isOneself, recordDeed } from "../administered-user.js";
import { auditorAlone, notOnOneself, userDisabled } from "../identity.problems.js";
import type { Caller, Services } from "../services.js";
import { addMembership, standsAlone, type UserRecord } from "../user.store.js";

export interface RoleAtUnit {
  readonly userId: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly idempotencyKey?: string | null;
}

/** Nobody grants a role to oneself: an administrator would otherwise hold every role. */
export const grantRole = (
  services: Services,
  caller: Caller,
  input: RoleAtUnit,
): Promise<Outcome<UserRecord>> =>
  services.commands.run({ ...caller, name: "grantRole", input }, async (session) => {
    const doing = { session, caller, services };
    const chosen = await administeredUser(doing, "role:grant", input.userId);
    const place = authorize(caller.viewer, "role:grant", await unitByCode(session, input.unitCode));
    if (isOneself(caller, chosen.user)) throw new Refusal(notOnOneself);
    if (chosen.user.disabledAt !== null) throw new Refusal(userDisabled);
    const roles = await addMembership(session, chosen.user.id, place, input.role);
    if (!roles) return chosen.user;
    recordDeed(doing, chosen, { operation: "grantRole", role: input.role, place, changes: { roles } });
    // Whoever grants the user another role at the same time waits for the head of this history, and then sees this one.
    await storeEntries(session);
    if (!(await standsAlone(session, chosen.user.id))) throw new Refusal(auditorAlone);
    return chosen.user;
  });
