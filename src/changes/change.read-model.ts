import { DISCLOSURES } from "../ledgers/disclosures/index.js";
import { CHANGE_FEED, type ChangeRow, HISTORY, type HistoryRow } from "../history/index.js";
import { allOf, anyOf, atOrBelow, keyset, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import type { Page } from "../platform/graphql/paging.js";
import type { UnitRow } from "../units/index.js";
import type { ChangeKind } from "./changes.data.js";

/** A row of the feed with what its entry in the history says. */
export type ChangeFound = Omit<ChangeRow, "readers"> &
  Pick<HistoryRow, "at" | "onDate" | "actorId" | "subjectType" | "subjectId" | "revision">;

export interface ChangeFilter {
  /** Behind the first number, up to the second. */
  readonly since: number;
  readonly through: number;
  /** null: all that the caller sees. */
  readonly units: readonly Pick<UnitRow, "id" | "path">[] | null;
  readonly subtree: boolean;
  readonly kinds: readonly ChangeKind[] | null;
}

/** Who may see the row of the feed may see what it says of the entry. */
const ENTRIES = { ...HISTORY, readable: () => raw("1=1") };

/** The greatest number of all, and whether entries wait for theirs: two looks into indexes. */
export async function feedEnd(session: Session): Promise<{ number: number; waiting: boolean }> {
  const [row] = await session.query<{ number: number | null; waiting: string | null }>(
    sql`select (select max(c.number) from ${session.from(ALL, "c")}) as number,
        (select n.unit_id from history_heads n where n.untold > 0 limit 1) as waiting`,
  );
  return { number: Number(row?.number ?? 0), waiting: row?.waiting != null };
}

/** The end of the feed is the same for everybody. */
const ALL = { ...CHANGE_FEED, readable: () => raw("1=1") };

/** Up to one more than the page holds, in the order in which it is read. */
export async function changePage(
  session: Session,
  filter: ChangeFilter,
  page: Page & { readonly number: number | null },
  direction: "asc" | "desc",
): Promise<ChangeFound[]> {
  const place = page.number === null ? null : [page.number];
  const { beyond, tail } = keyset(["c.number"], direction, page, place);
  return session.query<ChangeFound>(
    sql`select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate,
        h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
        from ${entriesOfFeed(session)} where ${allOf([...conditions(session, filter), beyond])} ${tail}`,
  );
}

export async function changeCount(session: Session, filter: ChangeFilter): Promise<number> {
  const [row] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${entriesOfFeed(session)} where ${allOf(conditions(session, filter))}`,
  );
  return Number(row?.total ?? 0);
}

const entriesOfFeed = (session: Session): Sql =>
  sql`${session.from(CHANGE_FEED, "c")}
      join ${session.from(ENTRIES, "h")} on h.unit_id = c.unit_id and h.seq = c.seq`;

const conditions = (session: Session, { since, through, units, subtree, kinds }: ChangeFilter): Sql[] => [
  sql`c.number > ${since} and c.number <= ${through}`,
  // Taken back since, or not there yet for this caller.
  sql`(h.subject_type <> 'Disclosure' or exists (select 1 from ${session.from(DISCLOSURES, "d")} where d.id = h.subject_id))`,
  ...(kinds === null ? [] : [sql`c.kind in ${[...kinds]}`]),
  ...(units === null ? [] : [ofUnits(units, subtree)]),
];

function ofUnits(units: readonly Pick<UnitRow, "id" | "path">[], subtree: boolean): Sql {
  if (!subtree) return sql`c.unit_id in ${units.map(({ id }) => id)}`;
  return sql`c.unit_id in (select id from units where ${anyOf(units.map(({ path }) => atOrBelow("path", path)))})`;
}
