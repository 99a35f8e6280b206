import { sql } from "../../platform/db/index.js";
import { inYear, lastDayOf, notBy, type LedgerFeed } from "../../records/index.js";
import { REMEDIES } from "./remedy.entity.js";

/** Table 四. A case counts in the year it is concluded, and as pending in every year at whose end it is not. */
export const REMEDY_FEED: LedgerFeed = {
  ledger: "remedies",
  table: REMEDIES,
  since: "lodged_on",
  kept: (year) => sql`r.lodged_on <= ${lastDayOf(year)}`,
  dimensions: ["route", "ruling"],
  phases: {
    concluded: (year) => inYear("r.concluded_on", year),
    pending: (year) => sql`r.lodged_on <= ${lastDayOf(year)} and ${notBy("r.concluded_on", lastDayOf(year))}`,
  },
  quantity: null,
};
