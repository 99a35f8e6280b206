import { joinSql, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import type { LedgerFeed } from "./feed.js";

/** One record that counts in one way; `first` and `second` are its dimensions. */
export interface FeedMember {
  readonly unitId: string;
  readonly phase: string;
  readonly first: string | null;
  readonly second: string | null;
  readonly id: string;
  readonly since: string;
  readonly quantity: string | null;
}

/** Number of records in one phase with the same dimensions. */
export interface FeedCount extends Pick<FeedMember, "unitId" | "phase" | "first" | "second"> {
  readonly count: number;
}

/** Units, and the year of their reports. */
interface YearOfUnits {
  readonly unitIds: readonly string[];
  readonly year: number;
}

/** The records that count in a year in each phase: counts and lists both use this one statement. */
function membersSql(session: Session, feed: LedgerFeed, { unitIds, year }: YearOfUnits): Sql {
  const [first, second] = feed.dimensions;
  const column = (name: string | null): Sql => raw(name === null ? "null" : `r.${name}`);
  const selects = Object.entries(feed.phases).map(([phase, condition]) => {
    return sql`select r.unit_id as unitId, ${raw(`'${phase}'`)} as phase, ${column(first)} as first,
        ${column(second)} as second, r.id as id, ${column(feed.since)} as since, ${column(feed.quantity)} as quantity
      from ${session.from(feed.table, "r")} where r.unit_id in ${[...unitIds]} and ${condition(year)}`;
  });
  return joinSql(selects, " union all ");
}

/** Every record of a year that a feed counts, oldest first. */
export async function feedMembers(
  session: Session,
  feed: LedgerFeed,
  counted: YearOfUnits,
): Promise<FeedMember[]> {
  if (counted.unitIds.length === 0) return [];
  return session.query<FeedMember>(
    sql`select m.* from (${membersSql(session, feed, counted)}) m order by m.since, m.id`,
  );
}

/** Number of members in each phase and pair of dimensions. */
export async function feedCounts(
  session: Session,
  feed: LedgerFeed,
  counted: YearOfUnits,
): Promise<FeedCount[]> {
  if (counted.unitIds.length === 0) return [];
  const members = membersSql(session, feed, counted);
  const rows = await session.query<FeedCount>(
    sql`select m.unitId, m.phase, m.first, m.second, count(*) as count from (${members}) m
        group by m.unitId, m.phase, m.first, m.second`,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** A ledger, as far as that says whether a unit keeps records in it. */
export interface KeptLedger extends Pick<LedgerFeed, "table" | "kept"> {
  readonly ledger: string;
  readonly dimensions: readonly [first: string, ...others: (string | null)[]];
}

export interface KeptKind {
  readonly ledger: string;
  readonly unitId: string;
  readonly first: string | null;
}

/**
 * Values of the first dimension for which a unit keeps records in a year, for several ledgers in one statement. Without
 * records the ledger is not kept: an empty ledger says nothing, not 0.
 */
export async function keptKinds(
  session: Session,
  ledgers: readonly KeptLedger[],
  unitIds: readonly string[],
  year: number,
): Promise<KeptKind[]> {
  if (unitIds.length === 0) return [];
  const selects = ledgers.map(
    ({ table, dimensions: [kind], kept }, place) =>
      sql`select distinct ${raw(String(place))} as place, r.unit_id as unitId, ${raw(`r.${kind}`)} as first
        from ${session.from(table, "r")} where r.unit_id in ${[...unitIds]} and ${kept(year)}`,
  );
  const rows = await session.query<Omit<KeptKind, "ledger"> & { place: number }>(
    joinSql(selects, " union all "),
  );
  return rows.map(({ place, ...kind }) => ({ ...kind, ledger: ledgers[Number(place)]?.ledger ?? "" }));
}
