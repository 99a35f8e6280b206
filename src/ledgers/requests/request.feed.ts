import { sql } from "../../platform/db/index.js";
import { firstDayOf, inYear, lastDayOf, notBy, type LedgerFeed } from "../../records/index.js";
import { INFORMATION_REQUESTS } from "./request.entity.js";
import { COUNTS_AS_RECEIVED } from "./request.facts.js";

/**
 * Table 三. A request counts from its receipt (or its split) until it is decided, so that in every year received +
 * carriedIn = decided + carriedOut, and each year's carriedOut is the next year's carriedIn. An unconfirmed receipt
 * does not count as received.
 */
export const REQUEST_FEED: LedgerFeed = {
  ledger: "requests",
  table: INFORMATION_REQUESTS,
  since: "counted_on",
  kept: (year) => sql`r.counted_on <= ${lastDayOf(year)}`,
  dimensions: ["applicant_kind", "outcome"],
  phases: {
    received: (year) => sql`${COUNTS_AS_RECEIVED.sql} and ${inYear("r.counted_on", year)}`,
    carriedIn: (year) =>
      sql`${COUNTS_AS_RECEIVED.sql} and r.counted_on < ${firstDayOf(year)}
          and ${notBy("r.decided_on", lastDayOf(year - 1))}`,
    decided: (year) => sql`${COUNTS_AS_RECEIVED.sql} and ${inYear("r.decided_on", year)}`,
    carriedOut: (year) =>
      sql`${COUNTS_AS_RECEIVED.sql} and r.counted_on <= ${lastDayOf(year)} and ${notBy("r.decided_on", lastDayOf(year))}`,
  },
  quantity: null,
};
