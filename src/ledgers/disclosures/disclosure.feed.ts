import { sql } from "../../platform/db/index.js";
import { inYear, lastDayOf, notBy, type LedgerFeed } from "../../records/index.js";
import { DISCLOSURES } from "./disclosure.entity.js";

/** Table 二, 条例 §20(1): regulations and normative documents. Those of 2019's form are published, publishedTotal. */
export const DOCUMENT_FEED: LedgerFeed = {
  ledger: "disclosures",
  table: DISCLOSURES,
  since: "formed_on",
  kept: (year) => sql`r.status = 'PUBLISHED' and r.formed_on <= ${lastDayOf(year)}`,
  dimensions: ["document_kind", null],
  phases: {
    issued: (year) =>
      sql`r.status = 'PUBLISHED' and r.document_kind is not null and ${inYear("r.formed_on", year)}`,
    repealed: (year) =>
      sql`r.status = 'PUBLISHED' and r.document_kind is not null and ${inYear("r.repealed_on", year)}`,
    inForce: (year) =>
      sql`r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ${lastDayOf(year)}
          and ${notBy("r.repealed_on", lastDayOf(year))}`,
    published: (year) =>
      sql`r.status = 'PUBLISHED' and r.document_kind is not null and ${inYear("r.published_on", year)}`,
    publishedTotal: (year) =>
      sql`r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ${lastDayOf(year)}
          and ${notBy("r.repealed_on", lastDayOf(year))}`,
  },
  quantity: null,
};
