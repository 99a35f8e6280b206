import { mayStandTogether } from "./identity.problems.js";
import type { Role } from "../access/index.js";
import { isDuplicate, newId, type Session } from "../platform/db/index.js";
import {
  MEMBERSHIPS,
  PASSWORD_STATES,
  USERS,
  type PasswordStateRow,
  type UserRow,
} from "./identity.entity.js";

/** An account without its secret: no other shape leaves the store of users. */
export type UserRecord = Omit<UserRow, "passwordHash">;

/** Where a user or a role is kept; `path` is the unit's place in the tree. */
export interface Home {
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

/** Null if the login is taken, even by a user outside this scope: logins are unique everywhere. */
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

/** Replaces the password. */
export async function setPassword(session: Session, userId: string, passwordHash: string): Promise<void> {
  await session.rows(USERS).update({ id: userId }, { passwordHash });
}

export const passwordStateOf = (session: Session, userId: string): Promise<PasswordStateRow | null> =>
  session.rows(PASSWORD_STATES).one({ userId });

/** Records when the password was set, and the former ones. */
export async function notePassword(
  session: Session,
  home: Home,
  state: Omit<PasswordStateRow, "unitId">,
): Promise<void> {
  await session.rows(PASSWORD_STATES).delete({ userId: state.userId });
  await session.rows(PASSWORD_STATES).insert(home, { ...state, unitId: home.id });
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

export async function enable(session: Session, user: UserRecord): Promise<UserRecord> {
  await session.rows(USERS).update({ id: user.id }, { disabledAt: null });
  return { ...user, disabledAt: null };
}

export async function renameUserTo(
  session: Session,
  user: UserRecord,
  displayName: string,
): Promise<UserRecord> {
  await session.rows(USERS).update({ id: user.id }, { displayName });
  return { ...user, displayName };
}

export async function disable(session: Session, user: UserRecord, now: Date): Promise<UserRecord> {
  if (user.disabledAt !== null) return user;
  const disabledAt = now.toISOString();
  await session.rows(USERS).update({ id: user.id, disabledAt: null }, { disabledAt });
  return { ...user, disabledAt };
}

/** 审计员不兼任: whether whoever is an AUDITOR is nothing else, wherever. */
export async function standsAlone(session: Session, userId: string): Promise<boolean> {
  const roles = (await session.rows(MEMBERSHIPS).find({ userId })).map(({ role }) => role);
  return mayStandTogether(roles);
}

/** The roles of a user in one unit, in alphabetical order. */
type RolesThere = readonly [before: readonly Role[], after: readonly Role[]];

const rolesAt = async (session: Session, userId: string, { id: unitId }: Home): Promise<Role[]> =>
  (await session.rows(MEMBERSHIPS).find({ userId, unitId }, { orderBy: { role: "ASC" } })).map(
    ({ role }) => role,
  );

/** null if the role is held already. */
export async function addMembership(
  session: Session,
  userId: string,
  unit: Home,
  role: Role,
): Promise<RolesThere | null> {
  const before = await rolesAt(session, userId, unit);
  if (before.includes(role)) return null;
  await session.rows(MEMBERSHIPS).insert(unit, { id: newId(), unitId: unit.id, userId, role });
  return [before, [...before, role].sort()];
}

/** null if the role was not held. */
export async function removeMembership(
  session: Session,
  userId: string,
  unit: Home,
  role: Role,
): Promise<RolesThere | null> {
  const before = await rolesAt(session, userId, unit);
  const removed = await session.rows(MEMBERSHIPS).delete({ userId, unitId: unit.id, role });
  return removed > 0 ? [before, before.filter((held) => held !== role)] : null;
}
