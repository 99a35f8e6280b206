import { DOCUMENT_FEED } from "../ledgers/disclosures/index.js";
import type { LedgerFeed } from "../records/index.js";
import { REMEDY_FEED } from "../ledgers/remedies/index.js";
import { APPLICANT_KINDS, REQUEST_FEED, REQUEST_OUTCOMES } from "../ledgers/requests/index.js";
import { SUPPLY_FEED } from "../ledgers/supplies/index.js";
import { APPLICANT_COLUMNS } from "../forms/index.js";
import { LEDGER_PART_KEYS, LEDGER_PARTS, type LedgerPart } from "./ledger-parts.data.js";

/** The records that a cell counts. An omitted dimension is open, as in totals. */
export interface CellFeed {
  readonly part: LedgerPart;
  readonly feed: LedgerFeed;
  readonly phases: readonly string[];
  readonly first?: readonly string[];
  readonly second?: readonly string[];
}

type Entry = readonly [code: string, feed: CellFeed];
type Row = readonly [row: string, feed: Omit<CellFeed, "first">];

const requests = (phase: string, outcomes?: readonly string[]): Omit<CellFeed, "first"> => ({
  part: "REQUESTS",
  feed: REQUEST_FEED,
  phases: [phase],
  ...(outcomes ? { second: outcomes } : {}),
});

/** （六）其他处理 is one row in the form of 2019. */
const UNDIVIDED = Object.keys(REQUEST_OUTCOMES).filter((outcome) => outcome.startsWith("OTHER_"));

const REQUEST_ROWS: readonly Row[] = [
  ["received", requests("received")],
  ["carriedIn", requests("carriedIn")],
  ...Object.entries(REQUEST_OUTCOMES).map(([outcome, { row }]): Row => [row, requests("decided", [outcome])]),
  ["other.undivided", requests("decided", UNDIVIDED)],
  ["total", requests("decided")],
  ["carriedOut", requests("carriedOut")],
];

/** The six kinds of applicant are the columns of table 三 in their order; its seventh is their total. */
const KINDS = Object.keys(APPLICANT_KINDS);

const requestCells = REQUEST_ROWS.flatMap(([row, feed]) =>
  APPLICANT_COLUMNS.map(({ key }, i): Entry => {
    const kind = KINDS[i];
    return [`requests.${row}.${key}`, kind === undefined ? feed : { ...feed, first: [kind] }];
  }),
);

const REMEDY_ROWS = [
  ["review", "REVIEW"],
  ["litigationDirect", "LITIGATION_DIRECT"],
  ["litigationAfterReview", "LITIGATION_AFTER_REVIEW"],
] as const;

const REMEDY_COLUMNS: readonly (readonly [
  column: string,
  feed: Omit<CellFeed, "part" | "feed" | "first">,
])[] = [
  ["upheld", { phases: ["concluded"], second: ["UPHELD"] }],
  ["corrected", { phases: ["concluded"], second: ["CORRECTED"] }],
  ["other", { phases: ["concluded"], second: ["OTHER"] }],
  ["pending", { phases: ["pending"] }],
  ["total", { phases: ["concluded", "pending"] }],
];

const remedyCells = REMEDY_ROWS.flatMap(([row, route]) =>
  REMEDY_COLUMNS.map(([column, how]): Entry => [
    `remedies.${row}.${column}`,
    { part: "REMEDIES", feed: REMEDY_FEED, first: [route], ...how },
  ]),
);

const DOCUMENT_ROWS = [
  ["regulations", "REGULATIONS"],
  ["normativeDocuments", "NORMATIVE_DOCUMENTS"],
] as const;

/** 制发, 废止, 现行有效 in the form of 2021; 制作, 新公开, 对外公开总数 in that of 2019. */
const DOCUMENT_COLUMNS = [
  ["issued", "issued"],
  ["repealed", "repealed"],
  ["inForce", "inForce"],
  ["made", "issued"],
  ["published", "published"],
  ["publishedTotal", "publishedTotal"],
] as const;

const documentCells = DOCUMENT_ROWS.flatMap(([row, part]) =>
  DOCUMENT_COLUMNS.map(([column, phase]): Entry => [
    `proactive.${row}.${column}`,
    { part, feed: DOCUMENT_FEED, phases: [phase], first: [LEDGER_PARTS[part].kind] },
  ]),
);

const suppliedCells = LEDGER_PART_KEYS.flatMap((part): Entry[] => {
  const { feed, kind } = LEDGER_PARTS[part];
  if (feed !== SUPPLY_FEED || kind === null) return [];
  return [[kind, { part, feed, phases: ["signedOff"], first: [kind] }]];
});

/**
 * Every cell of either form that the ledgers feed, by its code. The count of a cell and the list of its records are both
 * made from this one predicate. Items on a list, procurement and other services of 2019's form have no ledger.
 */
export const CELL_FEEDS: ReadonlyMap<string, CellFeed> = new Map([
  ...documentCells,
  ...suppliedCells,
  ...requestCells,
  ...remedyCells,
]);
