import { authorize, type Outcome, type Role } from "../../access/index.js";
import { Refusal } from "../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser, isOneself, recordDeed } from "../administered-user.js";
import { notOnOneself, userDisabled } from "../identity.problems.js";
import type { Caller, Services } from "../services.js";
import { addMembership, type UserRecord } from "../user.store.js";

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
  services.commands.run({ viewer: caller.viewer, name: "grantRole", input }, async (session) => {
    const doing = { session, caller, services };
    const chosen = await administeredUser(doing, "role:grant", input.userId);
    const place = authorize(caller.viewer, "role:grant", await unitByCode(session, input.unitCode));
    if (isOneself(caller, chosen.user)) throw new Refusal(notOnOneself);
    if (chosen.user.disabledAt !== null) throw new Refusal(userDisabled);
    if (await addMembership(session, chosen.user.id, place, input.role))
      await recordDeed(doing, chosen, { kind: "ROLE_GRANTED", role: input.role, place });
    return chosen.user;
  });
