import { authorize, signedIn, type Permission } from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { Session } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { recordAccountDeed } from "./account-history.js";
import type { Caller, Services } from "./services.js";
import { userById, type UserRecord } from "./user.store.js";

/** A step of an administrator on a user, inside of a unit of work. */
export interface Doing {
  readonly session: Session;
  readonly caller: Caller;
  readonly services: Pick<Services, "clock">;
}

export interface AdministeredUser {
  readonly user: UserRecord;
  /** The unit that keeps the account. */
  readonly home: UnitRow;
}

/** The user, if the viewer administers the user's home unit; otherwise NOT_FOUND. */
export async function administeredUser(
  { session, caller: { viewer } }: Doing,
  permission: Permission,
  globalId: string,
): Promise<AdministeredUser> {
  const id = idOfType("User", globalId);
  const user = id === null ? null : await userById(session, id);
  if (!user) throw notFound();
  const [home] = await unitsByIds(session, [user.unitId]);
  return { user, home: authorize(viewer, permission, home ?? null) };
}

type Deed = Omit<Parameters<typeof recordAccountDeed>[3], "actor" | "address">;

/** What the administrator did, in the history of the unit that keeps the account. */
export const recordDeed = (
  { session, caller: { address } }: Doing,
  { user, home }: AdministeredUser,
  deed: Deed,
): void => recordAccountDeed(session, home, user, { ...deed, address });

export const isOneself = ({ viewer }: Caller, { id }: UserRecord): boolean => id === signedIn(viewer).id;
