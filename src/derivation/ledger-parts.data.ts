import { text, type Text } from "../kernel/text.js";
import { DOCUMENT_FEED } from "../ledgers/disclosures/index.js";
import type { LedgerFeed } from "../records/index.js";
import { REMEDY_FEED } from "../ledgers/remedies/index.js";
import { REQUEST_FEED } from "../ledgers/requests/index.js";
import { SUPPLY_FEED } from "../ledgers/supplies/index.js";

export interface PartSpec {
  readonly feed: LedgerFeed;
  /** The one value of the feed's first dimension that the part holds; null: all of them. */
  readonly kind: string | null;
  readonly title: Text;
}

/**
 * Parts of the ledgers that a unit keeps or does not keep separately: a count of fees says nothing about licences,
 * and a register of ordinary disclosures nothing about normative documents.
 */
export const LEDGER_PARTS = {
  REQUESTS: { feed: REQUEST_FEED, kind: null, title: text("依申请公开台账", "The ledger of requests") },
  REMEDIES: { feed: REMEDY_FEED, kind: null, title: text("复议诉讼台账", "The ledger of remedies") },
  REGULATIONS: { feed: DOCUMENT_FEED, kind: "REGULATION", title: text("规章", "Regulations") },
  NORMATIVE_DOCUMENTS: {
    feed: DOCUMENT_FEED,
    kind: "NORMATIVE_DOCUMENT",
    title: text("行政规范性文件", "Normative documents"),
  },
  LICENCES: supplied("proactive.licences.decisions", text("行政许可", "Licences")),
  PENALTIES: supplied("proactive.penalties.decisions", text("行政处罚", "Penalties")),
  COERCIONS: supplied("proactive.coercions.decisions", text("行政强制", "Coercions")),
  FEES: supplied("proactive.fees.amount", text("行政事业性收费", "Fees")),
} as const satisfies Readonly<Record<string, PartSpec>>;

export type LedgerPart = keyof typeof LEDGER_PARTS;
export const LEDGER_PART_KEYS = Object.keys(LEDGER_PARTS) as LedgerPart[];

function supplied(indicator: string, title: Text): PartSpec {
  return { feed: SUPPLY_FEED, kind: indicator, title };
}
