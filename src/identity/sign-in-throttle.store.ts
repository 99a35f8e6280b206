import { TenantScope } from "../kernel/tenant-scope.js";
import { isDuplicate, sql, type Database, type Session } from "../platform/db/index.js";
import { KNOWN_PLACES, SIGN_IN_THROTTLES, type SignInThrottleRow } from "./identity.entity.js";
import type { Limit, SignInPlace } from "./sign-in-place.js";
import { attempt, noFailures, takenBack, type FailureCount } from "./throttle.js";

/** An attempt that was counted, so that it can be taken back. */
export interface Counted {
  readonly limit: Limit;
  readonly set: FailureCount;
}

const SCOPE = TenantScope.system("count a sign-in");
const TRIES = 3;

/** If two calls insert the same row at once, one succeeds and the other finds the row on retry. */
export async function writeAgain<T>(
  database: Database,
  scope: TenantScope,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await database.write(scope, work);
    } catch (error) {
      if (tried === TRIES || !isDuplicate(error)) throw error;
    }
  }
}

/** Counts one attempt under each limit; null, and nothing counted, if one of the limits refuses. */
export const admit = (
  database: Database,
  limits: readonly Limit[],
  now: Date,
): Promise<readonly Counted[] | null> =>
  writeAgain(database, SCOPE, (session) => count(session, limits, now));

async function count(
  session: Session,
  limits: readonly Limit[],
  now: Date,
): Promise<readonly Counted[] | null> {
  const before: FailureCount[] = [];
  for (const limit of limits) before.push(await held(session, limit, now));
  const made = limits.map((limit, i) => ({
    limit,
    ...attempt(before[i] ?? noFailures(now), limit.free, now),
  }));
  const admitted = made.every((one) => one.admitted);
  for (const [i, { limit, count: after }] of made.entries())
    await write(session, limit, admitted ? after : (before[i] ?? after));
  return admitted ? made.map(({ limit, count: set }) => ({ limit, set })) : null;
}

/** The count as it was, held until the end of the transaction: SQLite has no `for update`, so it is really changed. */
async function held(session: Session, { id, account }: Limit, now: Date): Promise<FailureCount> {
  const row = await counted(session, id);
  if (row) return { ...row, failures: row.failures - 1 };
  await session.rows(SIGN_IN_THROTTLES).insert({ id, account, ...noFailures(now), failures: 1 });
  return noFailures(now);
}

async function counted(session: Session, id: string): Promise<SignInThrottleRow | null> {
  await session.execute(sql`update sign_in_throttles set failures = failures + 1 where id = ${id}`);
  return session.rows(SIGN_IN_THROTTLES).one({ id });
}

async function write(session: Session, { id }: Limit, count: FailureCount): Promise<void> {
  await session.rows(SIGN_IN_THROTTLES).update({ id }, count);
}

/**
 * Takes successful attempts back. A row without failures is deleted, so that an account in good order has no row,
 * like a login of no account: otherwise the time of an insert would distinguish the two.
 */
export async function takeBack(session: Session, attempts: readonly Counted[]): Promise<void> {
  for (const { limit, set } of attempts) {
    const row = await counted(session, limit.id);
    const left = row && takenBack({ ...row, failures: row.failures - 1 }, set);
    if (left && left.failures > 0) await write(session, limit, left);
    else await session.rows(SIGN_IN_THROTTLES).delete({ id: limit.id });
  }
}

/** Dates a failure once it is certain: the same write for an existing login and for any other. */
export async function dateFailure(session: Session, { id }: SignInPlace, now: Date): Promise<void> {
  await session.rows(SIGN_IN_THROTTLES).update({ id }, { lastAt: now.toISOString() });
}

export const isKnownPlace = (database: Database, { id }: SignInPlace): Promise<boolean> =>
  database.read(SCOPE, async (session) => (await session.rows(KNOWN_PLACES).one({ id })) !== null);

/** After a success: forgets the failures from this place, and remembers the place. */
export async function welcome(session: Session, { id, account }: SignInPlace, now: Date): Promise<void> {
  await session.rows(SIGN_IN_THROTTLES).delete({ id });
  await session.rows(KNOWN_PLACES).delete({ id });
  await session.rows(KNOWN_PLACES).insert({ id, account, seenAt: now.toISOString() });
}

/** After a new password from an administrator: removes all locks, and all known places, where somebody else may sit. */
export async function forgetAccount(session: Session, account: string): Promise<void> {
  await session.rows(SIGN_IN_THROTTLES).delete({ account });
  await session.rows(KNOWN_PLACES).delete({ account });
}
