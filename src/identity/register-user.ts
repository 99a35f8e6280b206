import type { Role } from "../access/index.js";
import type { Session } from "../platform/db/index.js";
import { addMembership, insertUser, type NewUser, type UserRecord } from "./user.store.js";

export interface Place {
  readonly id: string;
  readonly path: string;
}

export interface Registration extends NewUser {
  /** The unit whose administrators keep the account. */
  readonly home: Place;
  readonly memberships: readonly { readonly unit: Place; readonly role: Role }[];
}

/** For seeds and the command line, under a system scope. Null if the login is taken. */
export async function registerUser(
  session: Session,
  { home, memberships, login, displayName, passwordHash }: Registration,
  now: Date,
): Promise<UserRecord | null> {
  const user = await insertUser(session, home, { login, displayName, passwordHash }, now);
  if (!user) return null;
  for (const { unit, role } of memberships) await addMembership(session, user.id, unit, role);
  return user;
}
