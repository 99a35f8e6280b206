import { wrongCursor, type Found, type Page } from "../platform/graphql/paging.js";
import { groupedBy } from "../platform/loaders/index.js";
import type { ListOrder } from "./list-order.js";
import { allOf, keyset, raw, sql, type Session, type Sql, type TenantTable } from "../platform/db/index.js";

/** A list of one ledger's records, for some units alone or for all below a place of the tree. */
export interface Listing {
  readonly table: TenantTable<{ unitId: string }>;
  /** `r.id, r.unit_id as unitId, ...` */
  readonly columns: Sql;
  /** A condition on `r`. */
  readonly where: Sql;
  readonly order: ListOrder;
}

export type Listed<Row> = Row & { readonly id: string; readonly orderedBy: string };

/** Content of a cursor: the date and the id of the row. */
export const listCursor = ({ orderedBy, id }: { orderedBy: string; id: string }): string =>
  `${orderedBy}.${id}`;

const CURSOR = /^(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{16})$/;

/** The date and the id in a cursor from `listCursor`; null at the end of the list. */
export function positionOf(page: Page): readonly [date: string, id: string] | null {
  if (page.from === null) return null;
  const [, date, id] = CURSOR.exec(page.from) ?? [];
  if (!date || !id) throw wrongCursor(page);
  return [date, id];
}

const pageOf = ({ order: { by, direction } }: Listing, page: Page) =>
  keyset([by, "r.id"], direction, page, positionOf(page));

/** One page over every unit at or below a place of the tree that the scope lets through. Two statements. */
export async function listBelow<Row>(
  session: Session,
  listing: Listing,
  below: Sql,
  page: Page,
): Promise<Found<Listed<Row>>> {
  const within = sql`r.unit_id in (select u.id from units u where ${below})`;
  const all = allOf([within, listing.where]);
  const { beyond, tail } = pageOf(listing, page);
  const rows = await session.query<Listed<Row>>(
    sql`select ${listing.columns}, ${raw(listing.order.by)} as orderedBy from ${session.from(listing.table, "r")}
        where ${allOf([all, beyond])} ${tail}`,
  );
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${session.from(listing.table, "r")} where ${all}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}

type Numbered<Row> = Listed<Row> & { readonly topId: string; readonly place: number };

/** Whose records a list shows, `topId` being the unit that was asked for. */
interface Whose {
  readonly join: Sql;
  readonly condition: Sql;
  readonly topId: Sql;
}

const ownOf = (unitIds: readonly string[]): Whose => ({
  join: raw(""),
  condition: sql`r.unit_id in ${[...unitIds]}`,
  topId: raw("r.unit_id"),
});

const belowEach = (unitIds: readonly string[]): Whose => ({
  join: raw("join units u on u.id = r.unit_id join units t on substr(u.path, 1, length(t.path)) = t.path"),
  condition: sql`t.id in ${[...unitIds]}`,
  topId: raw("t.id"),
});

/**
 * The same page of the records of each of several units, their own or of all below each that the scope lets through:
 * two statements, whatever the number of units.
 */
export async function listOfUnits<Row>(
  session: Session,
  listing: Listing,
  { unitIds, subtree }: { readonly unitIds: readonly string[]; readonly subtree: boolean },
  page: Page,
): Promise<Map<string, Found<Listed<Row>>>> {
  const { columns, order: by } = listing;
  const { beyond, order } = pageOf(listing, page);
  const { join, condition, topId } = subtree ? belowEach(unitIds) : ownOf(unitIds);
  const from = sql`${session.from(listing.table, "r")} ${join}`;
  const all = allOf([condition, listing.where]);
  const rows = await session.query<Numbered<Row>>(
    sql`select p.* from (select ${columns}, ${raw(by.by)} as orderedBy, ${topId} as topId,
          row_number() over (partition by ${topId} order by ${order}) as place
        from ${from} where ${allOf([all, beyond])}) p
        where p.place <= ${page.size + 1} order by p.place`,
  );
  const counts = await session.query<{ topId: string; total: number }>(
    sql`select ${topId} as topId, count(*) as total from ${from} where ${all} group by ${topId}`,
  );
  const totals = new Map(counts.map((count) => [count.topId, Number(count.total)]));
  const pages = groupedBy(unitIds, rows, (row) => row.topId);
  return new Map(unitIds.map((id, i) => [id, { rows: pages[i] ?? [], totalCount: totals.get(id) ?? 0 }]));
}
