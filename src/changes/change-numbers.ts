import { CHANGE_FEED, type ChangeRow, HISTORY, type HistoryRow } from "../history/index.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { isDuplicate, sql, type Database, type Session } from "../platform/db/index.js";
import { REPORTS } from "../reports/index.js";
import { KIND_OF, PUBLIC_KINDS } from "./changes.data.js";

const SCOPE = TenantScope.system("numbering the changes");
const ENTRIES_AT_ONCE = 500;
/** Another process that numbers the same entries wins some rounds, and never all. */
const ROUNDS = 20;

/**
 * Gives the entries of all units' histories one common order, which a cursor can stand in.
 *
 * An entry is numbered only once it can be read, that is after its commit: a head (`history_heads.untold`) counts up in
 * the transaction of its entries. Whoever numbers takes the numbers behind the greatest there is; of two at once, one
 * meets the other's key and starts anew. So numbers are committed in their order, and a reader who has seen number n will
 * never meet a smaller one that is new, however long the transaction of its entry was open. A time or a counter that is
 * taken before the commit promises nothing of the kind.
 */
export class ChangeNumbers {
  readonly #database: Database;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves when whatever was committed before the call is numbered. */
  catchUp(): Promise<void> {
    // A round that has begun may have looked too early: callers share the one after it.
    this.#next ??= this.#current
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        this.#current = this.#work();
        return this.#current;
      });
    return this.#next;
  }

  async #work(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const more = await this.#database
        .write(SCOPE, numberSome)
        .catch((error: unknown) => (isDuplicate(error) ? true : Promise.reject(error as Error)));
      if (!more) return;
    }
  }
}

/** What is there already, such as a demo, is no change: the feed begins behind it. */
export const beginFeed = (database: Database): Promise<void> =>
  database.write(SCOPE, (session) =>
    session.execute(sql`update history_heads set untold = 0 where untold > 0`),
  );

interface Untold extends Pick<HistoryRow, "at" | "operation" | "readers" | "copyOf"> {
  readonly unitId: string;
  /** How far the unit's history goes, and how much of its end has no number. */
  readonly headSeq: number;
  readonly untold: number;
  /** null: the entries are gone, their retention was over. */
  readonly seq: number | null;
  readonly year: number | null;
  readonly status: string | null;
}

/** True if there may be more. */
async function numberSome(session: Session): Promise<boolean> {
  const found = await untoldEntries(session);
  const rows = found.filter(isTold).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let number = rows.length > 0 ? await greatestNumber(session) : 0;
  const numbered = rows.map((entry) => changeOf(entry, (number += 1)));
  for (const unitId of new Set(numbered.map((row) => row.unitId))) {
    const own = numbered.filter((row) => row.unitId === unitId);
    await session.rows(CHANGE_FEED).insert({ id: unitId, path: "" }, ...own);
  }
  await count(session, found);
  return found.length === ENTRIES_AT_ONCE;
}

/** The history of a handed-over record is repeated at its new unit: that tells nothing new. */
const isTold = ({ seq, operation, copyOf }: Untold): boolean =>
  seq !== null && copyOf === null && KIND_OF[operation] !== null;

function changeOf(entry: Untold, number: number): ChangeRow {
  const kind = KIND_OF[entry.operation];
  if (kind === null) throw new Error(`${entry.operation} is no change`);
  return {
    number,
    unitId: entry.unitId,
    seq: Number(entry.seq),
    kind,
    readers: PUBLIC_KINDS.includes(kind) ? "PUBLIC" : entry.readers,
    year: entry.year === null ? null : Number(entry.year),
    // MariaDB answers JSON, with its quotes, SQLite the text.
    status: entry.status?.replace(/"/g, "") ?? null,
  };
}

const untoldEntries = (session: Session): Promise<Untold[]> =>
  session.query<Untold>(
    sql`select n.unit_id as unitId, n.seq as headSeq, n.untold, h.seq, h.at, h.operation, h.readers,
        h.copy_of as copyOf, r.year,
        case when r.id is null then null else json_extract(h.changes, '$.status[1]') end as status
        from history_heads n
        left join ${session.from(HISTORY, "h")} on h.unit_id = n.unit_id and h.seq > n.seq - n.untold and h.seq <= n.seq
        left join ${session.from(REPORTS, "r")} on r.id = h.subject_id and h.subject_type = 'AnnualReport'
        where n.untold > 0 order by n.unit_id, h.seq limit ${ENTRIES_AT_ONCE}`,
  );

async function greatestNumber(session: Session): Promise<number> {
  const [row] = await session.query<{ number: number | null }>(
    sql`select max(c.number) as number from ${session.from(CHANGE_FEED, "c")}`,
  );
  return Number(row?.number ?? 0);
}

/** Counts down by what was looked at: entries that were committed meanwhile stay. */
async function count(session: Session, found: readonly Untold[]): Promise<void> {
  const cut = found.length === ENTRIES_AT_ONCE ? found[found.length - 1]?.unitId : undefined;
  const byCount = new Map<number, string[]>();
  for (const [unitId, entry] of new Map(found.map((one) => [one.unitId, one]))) {
    const left = unitId === cut ? Number(entry.headSeq) - Number(entry.seq ?? entry.headSeq) : 0;
    const told = Number(entry.untold) - left;
    byCount.set(told, [...(byCount.get(told) ?? []), unitId]);
  }
  for (const [told, unitIds] of byCount)
    await session.execute(
      sql`update history_heads set untold = untold - ${told} where unit_id in ${unitIds}`,
    );
}
