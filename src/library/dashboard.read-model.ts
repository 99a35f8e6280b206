import DataLoader from "dataloader";
import { keyset, raw, sql, type Session } from "../platform/db/index.js";
import type { Found, Page } from "../platform/graphql/paging.js";
import { inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { DASHBOARDS, type DashboardRow } from "./dashboard.entity.js";
import { positionOf } from "./saved-query.read-model.js";

const COLUMNS = raw(
  "d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt",
);

/** One page of what the caller may see. Two statements. */
export async function dashboardPage(
  session: Session,
  page: Page,
  direction: "asc" | "desc",
): Promise<Found<DashboardRow>> {
  const { beyond, tail } = keyset(["d.created_at", "d.id"], direction, page, positionOf(page));
  const rows = await session.query<DashboardRow>(
    sql`select ${COLUMNS} from ${session.from(DASHBOARDS, "d")} where ${beyond} ${tail}`,
  );
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${session.from(DASHBOARDS, "d")}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}

export const dashboardById: LoaderFactory<string, DashboardRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => session.rows(DASHBOARDS).find({ id: ids })), ({ id }) => id),
  );
