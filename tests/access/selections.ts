import type { GraphQLSchema } from "graphql";
import { SUPPLIED } from "./plant-ledgers.js";
import { FIGURE } from "./plant.js";
import { YEARS } from "./tenants.js";
import { everything, type Ends } from "./walk-schema.js";

export const REPORT_YEARS = Object.values(YEARS);

/** What is asked of a ledger's record at the end of a way to it: its secrets, and those of what hangs on it. */
export const RECORDS = {
  // Null to outsiders, unlike the events of the other records.
  Disclosure: "id title entries: events { note: reason }",
  InformationRequest: "id subject applicant { name } events { note: reason } remedies { id number }",
  Remedy: "id number request { id subject applicant { name } } review { number }",
  Proposal: "id title events { note: reason }",
  Interpretation: "id heading: title documentTitle events { note: reason }",
  SuppliedCount: "id supplier quantity",
} as const satisfies Ends;
/** The lists of a unit's ledgers, and what is in each. */
export const LISTS = {
  disclosures: "Disclosure",
  requests: "InformationRequest",
  remedies: "Remedy",
  proposals: "Proposal",
  interpretations: "Interpretation",
  suppliedCounts: "SuppliedCount",
} as const satisfies Record<string, keyof typeof RECORDS>;
export const ANY_RECORD = Object.entries(RECORDS)
  .map(([type, fields]) => `... on ${type} { ${fields} }`)
  .join(" ");

/** A cell that each ledger feeds. */
export const CODES = [FIGURE, SUPPLIED, "proactive.normativeDocuments.issued", "remedies.review.pending"];
const SOME = `(codes: ${JSON.stringify(CODES)})`;
export const PERIOD = '(from: "2022-01-01", to: "2022-12-31")';

/** Where the parts of a cell of a 本级汇总 lead to: a member's report, and the records that its cells count. */
const MEMBER = `unit { code } value report { id cells${SOME} { value ledgerValue difference
  records(first: 1) { nodes { ${ANY_RECORD} } } } }`;

export const ENDS: Ends = {
  ...RECORDS,
  CatalogueItem: "id title",
  LedgerRecord: ANY_RECORD,
  ReportCell: "id value source ledgerValue difference",
  CellMember: MEMBER,
  Indicator: "code",
  // A sample is printed for each: asked for apart.
  LetterTemplate: "kind sha256 url tags { name required } setBy { code }",
  ReportFormat: "code",
  Rule: "code",
  Unit: "id code",
  AnnualReport: "id status",
  // A report is walked from its own node.
  "Finding.report": "id status",
};
const ARGS = {
  "Unit.report": `(year: ${YEARS.draft})`,
  "Unit.ledgerFeeds": `(year: 2022)`,
  "Unit.calendarDays": `(year: 2026)`,
  "Unit.reports": `(years: [${REPORT_YEARS.join()}])`,
  "Unit.activity": PERIOD,
  "AnnualReport.cells": SOME,
  "AnnualReport.events": "(first: 20)",
  "AnnualReport.versions": "(first: 10)",
  "Unit.children": "(first: 20)",
  "ReportVersion.cells": SOME,
  "AnnualReport.file": "(format: DOCX)",
};

export const all = (schema: GraphQLSchema, type: string, ends: Ends = ENDS): string =>
  everything(schema, type, ends, ARGS);

/** Something of the reports of each unit met on the way. */
export const REPORT_SKETCH = `id status unitName revision sections { body } cells${SOME} { ${ENDS["ReportCell"]} }
  findings { id explanation judgement } worked: events { nodes { actor reason } } versions { nodes { id } }`;
export const sketched = (year: number): Ends => ({
  ...ENDS,
  Unit: `code report(year: ${year}) { ${REPORT_SKETCH} }`,
});

/** From a record on to whatever else its unit has recorded. */
const UNIT_LEDGERS = `code disclosureCatalogue { title } activity${PERIOD} { requests { received } } ${Object.entries(
  LISTS,
)
  .map(([field, type]) => `${field}(first: 3) { totalCount nodes { ${RECORDS[type]} } }`)
  .join(" ")}`;

/** Where the walk from a node ends: of a report, at the reports around it; of a ledger's record, at its unit's ledgers. */
export function endsOf(schema: GraphQLSchema, type: string): Ends {
  if (type === "AnnualReport") return { ...ENDS, AnnualReport: all(schema, "AnnualReport") };
  return type === "CatalogueItem" || type in RECORDS ? { ...ENDS, Unit: UNIT_LEDGERS } : ENDS;
}

export function payload(schema: GraphQLSchema, field: string): string {
  const ends = { ...ENDS, "BlockedByFindings.findings": "id message explanation judgement" };
  const { args = [], type } = schema.getMutationType()?.getFields()[field] ?? {};
  return `mutation ($input: ${String(args[0]?.type)}) { ${field}(input: $input) { ${all(schema, String(type).replace(/\W/g, ""), ends)} } }`;
}
