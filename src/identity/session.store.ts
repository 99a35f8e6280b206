import { newId, sql, type Session } from "../platform/db/index.js";
import { SESSIONS, type SessionRow } from "./identity.entity.js";

const LIFETIME_MS = 12 * 3_600_000;

export async function openSession(session: Session, userId: string, now: Date): Promise<SessionRow> {
  const row: SessionRow = {
    id: newId(),
    userId,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    revokedAt: null,
  };
  await session.rows(SESSIONS).insert(row);
  return row;
}

export const sessionById = (session: Session, id: string): Promise<SessionRow | null> =>
  session.rows(SESSIONS).one({ id });

export async function revokeSession(session: Session, id: string, now: Date): Promise<void> {
  await session.rows(SESSIONS).update({ id, revokedAt: null }, { revokedAt: now.toISOString() });
}

/** Ends all sessions of a user, or all but one. */
export async function revokeSessionsOf(
  session: Session,
  userId: string,
  now: Date,
  but: string | null = null,
): Promise<void> {
  const kept = but ?? "";
  await session.execute(
    sql`update sessions set revoked_at = ${now.toISOString()}
        where user_id = ${userId} and id <> ${kept} and revoked_at is null`,
  );
}
