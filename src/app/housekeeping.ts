import { asOperator } from "../access/index.js";
import type { Logger } from "pino";
import type { Clock } from "../kernel/clock.js";
import { sealHistory } from "../history/api.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import type { LedgerServices } from "../records/index.js";
import { keepMissingTerms, keepReckoned, noticeDue, reckonAgain } from "../ledgers/requests/api.js";
import { raw, sql, type Database } from "../platform/db/index.js";

const HOUR_MS = 3_600_000;
const EVERY_MS = 6 * HOUR_MS;
const SCOPE = TenantScope.system("housekeeping");

/** Expiring tables: the column with the start of ageing, and how long rows are kept then. */
const EXPIRING = [
  { table: "sessions", since: "expires_at", keptMs: 24 * HOUR_MS },
  { table: "sign_in_throttles", since: "window_from", keptMs: 24 * HOUR_MS },
  { table: "known_places", since: "seen_at", keptMs: 400 * 24 * HOUR_MS },
  // A client without an answer for a week should query the outcome rather than send the request again.
  { table: "idempotency_keys", since: "created_at", keptMs: 7 * 24 * HOUR_MS },
  { table: "uploads", since: "created_at", keptMs: 24 * HOUR_MS },
] as const;

/** Deletes what has expired. */
export async function sweep(database: Database, clock: Clock): Promise<void> {
  for (const { table, since, keptMs } of EXPIRING) {
    const before = new Date(clock.now().getTime() - keptMs).toISOString();
    await database.write(SCOPE, (session) =>
      session.execute(sql`delete from ${raw(table)} where ${raw(since)} < ${before}`),
    );
  }
}

type Reckoning = Pick<LedgerServices, "clock" | "calendar" | "onChange">;

/**
 * Computes the clocks of open requests by the present calendar and settings, and logs which moved: there may be a new
 * calendar.
 */
export async function reckonOpenRequests(
  database: Database,
  services: Reckoning,
  log: Pick<Logger, "info">,
): Promise<void> {
  const kept = await database.write(SCOPE, (session) => keepMissingTerms(session, services));
  if (kept > 0) log.info({ cases: kept }, "decided cases keep the calendar of now");
  const found = await database.read(SCOPE, (session) => reckonAgain(session, null, services));
  if (found.length === 0) return;
  await database.write(SCOPE, (session) => {
    asOperator(session, services.clock.now(), "reckonAgain");
    return keepReckoned(session, found, services);
  });
  for (const { unit, request, dueOn } of found)
    log.info({ unit: unit.code, request: request.number, from: request.dueOn, to: dueOn }, "due date moved");
}

/** Once a day; its root belongs where nobody who writes to the database can change it. */
async function seal(database: Database, clock: Clock, log: Pick<Logger, "info">): Promise<void> {
  const made = await sealHistory(database, SCOPE, clock.now());
  if (made) log.info({ event: "HISTORY_SEALED", seal: made.number, root: made.root }, "history sealed");
}

/** What falls due, before anybody asks: the bell and the endpoints of programs learn it from the history. */
export const tellWhatIsDue = (database: Database, clock: Clock): Promise<number> =>
  database.write(SCOPE, (session) => noticeDue(session, clock.now()));

/** Deletes expired rows, seals the history, computes clocks and tells what is due, now and every few hours, without keeping the process alive. */
export function keepHouse(database: Database, services: Reckoning, log: Logger): void {
  const failed = (error: unknown): void => log.error({ error }, "housekeeping failed");
  const run = (): void => {
    sweep(database, services.clock).catch(failed);
    reckonOpenRequests(database, services, log)
      .then(() => tellWhatIsDue(database, services.clock))
      .catch(failed);
    seal(database, services.clock, log).catch(failed);
  };
  run();
  setInterval(run, EVERY_MS).unref();
}
