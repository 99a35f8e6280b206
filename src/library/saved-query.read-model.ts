import { allOf, atOrBelow, keyset, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import { wrongCursor, type Found, type Page } from "../platform/graphql/paging.js";
import {
  SAVED_QUERIES,
  SAVED_QUERY_VERSIONS,
  type SavedQueryRow,
  type SavedQueryVersionRow,
} from "./saved-query.entity.js";

/** A query with its newest version. */
export type SavedQuery = SavedQueryRow & Pick<SavedQueryVersionRow, "document" | "variables">;

const COLUMNS = raw(
  `q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision,
   q.created_at as createdAt, v.document, v.variables`,
);

const select = (
  session: Session,
  condition: Sql,
  tail = raw("order by q.created_at desc, q.id desc"),
): Promise<SavedQuery[]> =>
  session.query<SavedQuery>(
    sql`select ${COLUMNS} from ${session.from(SAVED_QUERIES, "q")}
        join ${session.from(SAVED_QUERY_VERSIONS, "v")} on v.query_id = q.id and v.number = q.version
        where ${condition} ${tail}`,
  );

export const savedQueriesByIds = (session: Session, ids: readonly string[]): Promise<SavedQuery[]> =>
  select(session, sql`q.id in ${[...ids]}`);

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)~([A-Za-z0-9_-]{16})$/;

/** Content of a cursor of the list. */
export const savedQueryCursor = ({ createdAt, id }: Pick<SavedQuery, "createdAt" | "id">): string =>
  `${createdAt}~${id}`;

/** One page of what the caller may see; `under`: a place in the tree. Two statements. */
export async function savedQueryPage(
  session: Session,
  under: string | null,
  page: Page,
  direction: "asc" | "desc",
): Promise<Found<SavedQuery>> {
  const where =
    under === null
      ? raw("1=1")
      : sql`q.unit_id in (select u.id from units u where ${atOrBelow("u.path", under)})`;
  const { beyond, tail } = keyset(["q.created_at", "q.id"], direction, page, positionOf(page));
  const rows = await select(session, allOf([where, beyond]), tail);
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${session.from(SAVED_QUERIES, "q")} where ${where}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}

export function positionOf(page: Page): readonly string[] | null {
  if (page.from === null) return null;
  const [, createdAt, id] = CURSOR.exec(page.from) ?? [];
  if (!createdAt || !id) throw wrongCursor(page);
  return [createdAt, id];
}
