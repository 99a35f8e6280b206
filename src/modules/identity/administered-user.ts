import { authorize, type Permission, type Viewer } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import type { Session } from "../../platform/db/index.js";
import { idOfType } from "../../platform/graphql/global-id.js";
import { unitsByIds } from "../units/index.js";
import { userById, type UserRecord } from "./user.store.js";

/** The user, to an administrator of the user's home unit; to anybody else there is none. */
export async function administeredUser(
  session: Session,
  viewer: Viewer,
  permission: Permission,
  globalId: string,
): Promise<UserRecord> {
  const id = idOfType("User", globalId);
  const user = id === null ? null : await userById(session, id);
  if (!user) throw notFound();
  const [home] = await unitsByIds(session, [user.unitId]);
  authorize(viewer, permission, home ?? null);
  return user;
}
