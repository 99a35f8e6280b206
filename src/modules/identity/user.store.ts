import type { Role } from "../../access/index.js";
import { isDuplicate, newId, type Session } from "../../platform/db/index.js";
import { MEMBERSHIPS, USERS, type UserRow } from "./identity.entity.js";

/** An account without its secret: the only shape of it that leaves the store of users. */
export type UserRecord = Omit<UserRow, "passwordHash">;

/** Where a user or a role is kept; `path` is the unit's place in the tree. */
interface Home {
  readonly id: string;
  readonly path: string;
}

export interface NewUser {
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
}

export const withoutSecret = ({ passwordHash: _passwordHash, ...user }: UserRow): UserRecord => user;

export async function userById(session: Session, id: string): Promise<UserRecord | null> {
  const row = await session.rows(USERS).one({ id });
  return row && withoutSecret(row);
}

/** With its secret: for comparing passwords alone. */
export const userByLogin = (session: Session, login: string): Promise<UserRow | null> =>
  session.rows(USERS).one({ login });

/** Null if the login is taken, be it by a user whom this scope does not see: logins are unique everywhere. */
export async function insertUser(
  session: Session,
  unit: Home,
  user: NewUser,
  now: Date,
): Promise<UserRecord | null> {
  const row = { ...user, id: newId(), unitId: unit.id, disabledAt: null, createdAt: now.toISOString() };
  try {
    await session.rows(USERS).insert(unit, row);
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
  return withoutSecret(row);
}

export async function setPassword(session: Session, userId: string, passwordHash: string): Promise<void> {
  await session.rows(USERS).update({ id: userId }, { passwordHash });
}

/**
 * False if the account was disabled or its password changed since `passwordHash` was read. It locks the row until
 * the end of the transaction, so that neither can happen in between.
 */
export async function swapPassword(
  session: Session,
  { id, passwordHash }: Pick<UserRow, "id" | "passwordHash">,
  replacement: string,
): Promise<boolean> {
  const changed = await session
    .rows(USERS)
    .update({ id, passwordHash, disabledAt: null }, { passwordHash: replacement });
  return changed === 1;
}

export async function disable(session: Session, user: UserRecord, now: Date): Promise<UserRecord> {
  if (user.disabledAt !== null) return user;
  const disabledAt = now.toISOString();
  await session.rows(USERS).update({ id: user.id, disabledAt: null }, { disabledAt });
  return { ...user, disabledAt };
}

/** A role that is held already stays as it is. */
export async function addMembership(session: Session, userId: string, unit: Home, role: Role): Promise<void> {
  const memberships = session.rows(MEMBERSHIPS);
  if (await memberships.one({ userId, unitId: unit.id, role })) return;
  await memberships.insert(unit, { id: newId(), unitId: unit.id, userId, role });
}

export async function removeMembership(
  session: Session,
  userId: string,
  unit: Home,
  role: Role,
): Promise<void> {
  await session.rows(MEMBERSHIPS).delete({ userId, unitId: unit.id, role });
}
