import { authorize, type Outcome, type Role, type Viewer } from "../../../access/index.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser } from "../administered-user.js";
import type { Services } from "../services.js";
import { addMembership, type UserRecord } from "../user.store.js";

export interface RoleAtUnit {
  readonly userId: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly idempotencyKey?: string | null;
}

export const grantRole = (
  { commands }: Services,
  viewer: Viewer,
  input: RoleAtUnit,
): Promise<Outcome<UserRecord>> =>
  commands.run({ viewer, name: "grantRole", input }, async (session) => {
    const user = await administeredUser(session, viewer, "role:grant", input.userId);
    const unit = authorize(viewer, "role:grant", await unitByCode(session, input.unitCode));
    await addMembership(session, user.id, unit, input.role);
    return user;
  });
