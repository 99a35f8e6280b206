import type { GraphQLSchema } from "graphql";
import { everything, type Arguments, type Ends } from "../../access/walk-schema.js";

/** Who asks; the public has no login. */
export const ASKERS = {
  public: null,
  clerk: "clerk.371003003",
  reviewer: "reviewer.371003003",
  officer: "officer.371003",
  analyst: "analyst.371003",
  "case reader": "case-reader.371003",
  admin: "admin.371003",
  "foreign clerk": "clerk.371003104",
  "foreign officer": "officer.371002",
  "city admin": "admin.3710",
} as const;
export type Asker = keyof typeof ASKERS;
export const EVERYBODY = (Object.keys(ASKERS) as Asker[]).filter((asker) => asker !== "city admin");

/** A document as `/graphql` takes it; with a file, `/download` answers it as that. */
export interface Question {
  readonly name: string;
  readonly as: Asker;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly file?: "csv" | "xlsx";
  readonly language?: "en";
}

export const CODES = [
  "requests.received.total",
  "requests.granted.naturalPerson",
  "proactive.licences.decisions",
];

/** Where the walk over all fields ends. */
const ENDS: Ends = {
  Unit: "code shortName",
  AnnualReport: "id year scope status revision",
  ReportCell: "id value source ledgerValue difference",
  Indicator: "code",
  ReportFormat: "code name",
  Rule: "code severity",
  InformationRequest: "id number state",
  Remedy: "id number ruling",
  LedgerRecordConnection:
    "totalCount nodes { __typename ... on Disclosure { id } ... on InformationRequest { id } }",
};
const ARGS: Arguments = {
  "Unit.report": "(year: 2023)",
  "Unit.reports": "(years: [2021, 2022, 2023, 2024, 2025])",
  "Unit.ledgerFeeds": "(year: 2025)",
  "Unit.activity": '(from: "2025-01-01", to: "2025-12-31")',
  "Unit.requests": "(first: 3)",
  "Unit.remedies": "(first: 3)",
  "Unit.proposals": "(first: 3)",
  "Unit.disclosures": "(first: 3)",
  "Unit.suppliedCounts": "(first: 3)",
  "AnnualReport.cells": `(codes: ${JSON.stringify(CODES)})`,
  "ReportVersion.cells": `(codes: ${JSON.stringify(CODES)})`,
  "AnnualReport.file": "(format: DOCX)",
  "ReportCell.records": "(first: 3)",
};

/** The questions so far, each for several who ask, and selections of all fields. */
export class Asking {
  readonly questions: Question[] = [];

  constructor(private readonly schema: GraphQLSchema) {}

  all(type: string, ends: Ends = {}): string {
    return everything(this.schema, type, { ...ENDS, ...ends }, ARGS);
  }

  ask(
    name: string,
    askers: readonly Asker[],
    query: string,
    more: Partial<Pick<Question, "variables" | "file" | "language">> = {},
  ): void {
    for (const as of askers)
      this.questions.push({ name: `${name}, ${as}`, as, query, variables: {}, ...more });
  }
}
