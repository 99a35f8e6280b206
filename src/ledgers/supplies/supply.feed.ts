import { sql } from "../../platform/db/index.js";
import type { LedgerFeed } from "../../records/index.js";
import { SUPPLIED_COUNTS } from "./supply.entity.js";

/** Table 二, 条例 §20(5), (6), (8): what other offices counted, once it is signed off. */
export const SUPPLY_FEED: LedgerFeed = {
  ledger: "supplies",
  table: SUPPLIED_COUNTS,
  since: "from_on",
  // Each year's figure is counted anew: last year's says nothing of this one, and what nobody signed for nothing at all.
  kept: (year) => sql`r.year = ${year} and r.signed_off_at is not null`,
  dimensions: ["indicator", null],
  phases: { signedOff: (year) => sql`r.year = ${year} and r.signed_off_at is not null` },
  quantity: "quantity",
};
