import DataLoader from "dataloader";
import { allOf, raw, sql } from "../../platform/db/index.js";
import { inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { listLoader, newestFirst, oldestFirst } from "../../records/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "./supply.entity.js";

export const supplyById: LoaderFactory<string, SupplyRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(SUPPLIED_COUNTS).find({ id: ids })), (row) => row.id),
  );

const PERIOD = ["r.from_on", "期间起始日", "by the first day of their period"] as const;
export const SUPPLY_ORDERS = {
  FROM_DESC: newestFirst(...PERIOD),
  FROM_ASC: oldestFirst(...PERIOD),
};

interface SupplyFilter {
  /** null: of all years. */
  readonly year: number | null;
  readonly orderBy: keyof typeof SUPPLY_ORDERS | null;
}

export const supplyIds = listLoader<SupplyFilter, Pick<SupplyRow, "id" | "unitId">>(({ year, orderBy }) => ({
  table: SUPPLIED_COUNTS,
  columns: raw("r.id, r.unit_id as unitId"),
  where: allOf(year === null ? [] : [sql`r.year = ${year}`]),
  order: SUPPLY_ORDERS[orderBy ?? "FROM_DESC"],
}));
