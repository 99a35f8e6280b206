import DataLoader from "dataloader";
import { allOf, raw, sql } from "../../platform/db/index.js";
import { inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { listLoader } from "../../records/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "./supply.entity.js";

export const supplyById: LoaderFactory<string, SupplyRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(SUPPLIED_COUNTS).find({ id: ids })), (row) => row.id),
  );

/** The newest period first; of one year, or of all. */
export const supplyIds = listLoader<{ readonly year: number | null }, Pick<SupplyRow, "id" | "unitId">>(
  ({ year }) => ({
    table: SUPPLIED_COUNTS,
    columns: raw("r.id, r.unit_id as unitId"),
    where: allOf(year === null ? [] : [sql`r.year = ${year}`]),
    orderBy: "from_on",
    direction: "desc",
  }),
);
