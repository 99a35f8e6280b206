import { authorize, signedIn, type Outcome, type Role, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser } from "../administered-user.js";
import { notOnOneself } from "../identity.problems.js";
import type { Services } from "../services.js";
import { addMembership, type UserRecord } from "../user.store.js";

export interface RoleAtUnit {
  readonly userId: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly idempotencyKey?: string | null;
}

/** Nobody grants himself a role: who administers would otherwise hold every one. */
export const grantRole = (
  { commands }: Services,
  viewer: Viewer,
  input: RoleAtUnit,
): Promise<Outcome<UserRecord>> =>
  commands.run({ viewer, name: "grantRole", input }, async (session) => {
    const user = await administeredUser(session, viewer, "role:grant", input.userId);
    const unit = authorize(viewer, "role:grant", await unitByCode(session, input.unitCode));
    if (user.id === signedIn(viewer).id) throw new Refusal(notOnOneself);
    await addMembership(session, user.id, unit, input.role);
    return user;
  });
