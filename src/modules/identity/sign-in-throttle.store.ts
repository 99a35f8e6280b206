import { createHash } from "node:crypto";
import { TenantScope } from "../../kernel/tenant-scope.js";
import { isDuplicate, sql, type Database, type Session } from "../../platform/db/index.js";
import { SIGN_IN_THROTTLES, type SignInThrottleRow } from "./identity.entity.js";
import { ACCOUNT_FAILURES, ADDRESS_FAILURES, attempt, noFailures, takenBack } from "./throttle.js";

/** One thing whose failures are counted, and how many lock it. */
export interface Limit {
  readonly id: string;
  readonly failures: number;
}

const keyed = (key: string): string => createHash("sha256").update(key).digest("base64url");

export const accountLimit = (login: string): Limit => ({
  id: keyed(`account ${login}`),
  failures: ACCOUNT_FAILURES,
});

export const addressLimit = (address: string): Limit => ({
  id: keyed(`address ${address}`),
  failures: ADDRESS_FAILURES,
});

const SCOPE = TenantScope.system("count a sign-in");

/** Counts one attempt more, and says whether its password may be looked at. */
export async function admit(database: Database, limit: Limit, now: Date): Promise<boolean> {
  const count = (): Promise<boolean | null> =>
    database.write(SCOPE, (session) => countOne(session, limit, now));
  const admitted = await count();
  if (admitted !== null) return admitted;
  await addRow(database, limit, now);
  // Gone again: somebody has just signed in rightly.
  return (await count()) ?? true;
}

async function countOne(session: Session, { id, failures }: Limit, now: Date): Promise<boolean | null> {
  const row = await locked(session, id);
  if (!row) return null;
  const { admitted, count } = attempt(row, failures, now);
  await session.rows(SIGN_IN_THROTTLES).update({ id }, count);
  return admitted;
}

/** In a unit of work of its own: of several first attempts at once one adds the row and the others find it. */
async function addRow(database: Database, { id }: Limit, now: Date): Promise<void> {
  try {
    await database.write(SCOPE, (session) =>
      session.rows(SIGN_IN_THROTTLES).insert({ id, ...noFailures(now) }),
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Takes one attempt back that was a success after all. */
export async function takeBack(session: Session, { id, failures }: Limit): Promise<void> {
  const row = await locked(session, id);
  if (row) await session.rows(SIGN_IN_THROTTLES).update({ id }, takenBack(row, failures));
}

/**
 * The row goes, so that an account in good order has none, just as a login that does not exist: with a row to add or
 * not, the first guess would tell the two apart by its time.
 */
export async function forgetFailures(session: Session, { id }: Limit): Promise<void> {
  await session.rows(SIGN_IN_THROTTLES).delete({ id });
}

/** SQLite has no `for update`; an update that changes nothing takes the row's lock on every database. */
async function locked(session: Session, id: string): Promise<SignInThrottleRow | null> {
  await session.execute(sql`update sign_in_throttles set id = id where id = ${id}`);
  return session.rows(SIGN_IN_THROTTLES).one({ id });
}
