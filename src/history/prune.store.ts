import { asOperator } from "../access/index.js";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { sql, type Database, type Session } from "../platform/db/index.js";
import { ALGORITHM } from "./chain.js";
import { HISTORY } from "./history.entity.js";
import { append } from "./history.store.js";
import { digestOfGaps, expiredUpTo, gapsFor, type PruningDetails } from "./retention.js";
import { HISTORY_GAPS } from "./seal.entity.js";
import { storedHistories } from "./seal.store.js";
import { faultsOfChain } from "./verify.js";

export interface Retention {
  readonly now: Date;
  /** For how many days entries are kept; at least LEAST_DAYS. */
  readonly days: number;
}

export interface Pruning {
  /** Histories from which something went. */
  readonly units: number;
  readonly entries: number;
  /** Units whose history is not whole: nothing of it goes, so that nothing is hidden. */
  readonly faulty: readonly string[];
}

const DAY_MS = 86_400_000;
const ROWS_A_STATEMENT = 500;

/**
 * Deletes the entries that nothing reads back any more, up to the last seal before the retention. A gap with the hashes
 * at its ends takes their place, and an entry says what went. A transaction a unit. Needs DELETE on `history`, which the
 * server's own database user lacks.
 */
export async function pruneHistory(
  database: Database,
  scope: TenantScope,
  retention: Retention,
): Promise<Pruning> {
  const before = new Date(retention.now.getTime() - retention.days * DAY_MS).toISOString();
  const ends = await database.read(scope, (session) => sealedEnds(session, before));
  const done: (number | null)[] = [];
  for (const end of ends)
    done.push(await database.write(scope, (session) => pruneUnit(session, end, retention)));
  return {
    units: done.filter((gone) => gone !== null && gone > 0).length,
    entries: done.reduce<number>((sum, gone) => sum + (gone ?? 0), 0),
    faulty: ends.flatMap(({ unitId }, i) => (done[i] === null ? [unitId] : [])),
  };
}

interface End {
  readonly unitId: string;
  readonly through: number;
}

/** Of each unit, as the seals up to a moment have it. */
async function sealedEnds(session: Session, before: string): Promise<End[]> {
  const rows = await session.query<End>(
    sql`select s.unit_id as unitId, max(s.seq) as through from history_sealed_heads s
        join history_seals l on l.number = s.seal where l.at <= ${before} group by s.unit_id order by s.unit_id`,
  );
  return rows.map(({ unitId, through }) => ({ unitId, through: Number(through) }));
}

/** How many entries went; null where the history is not whole. */
async function pruneUnit(
  session: Session,
  { unitId, through }: End,
  { now, days }: Retention,
): Promise<number | null> {
  const [history] = await storedHistories(session, [unitId]);
  if (!history || faultsOfChain(unitId, history).length > 0) return null;
  const gone = expiredUpTo(history.entries, through);
  if (gone.length === 0) return 0;
  const gaps = gapsFor(gone);
  await session.rows(HISTORY_GAPS).insert(...gaps);
  for (let from = 0; from < gone.length; from += ROWS_A_STATEMENT) {
    const seq = gone.slice(from, from + ROWS_A_STATEMENT).map((entry) => entry.seq);
    await session.rows(HISTORY).prune({ unitId, seq });
  }
  const all = digestOfGaps(ALGORITHM, [...history.gaps, ...gaps]);
  const details: PruningDetails = { through, entries: gone.length, days, gaps: all };
  append(asOperator(session, now, "pruneHistory"), {
    // A unit that was removed has no place in the tree, and the operator needs none.
    unit: { id: unitId, path: "" },
    subject: { type: "Installation", id: null },
    details: { ...details },
  });
  return gone.length;
}
