import type { Ends } from "../../access/walk-schema.js";
import { EVERYBODY, type Asker, type Asking } from "./asking.js";
import type { Stage } from "./stage.js";

/** What a record, a report or a unit answers to each kind of caller. */
export function askRecords(asking: Asking, stage: Stage): void {
  const node = nodes(asking, stage);
  for (const [type, [first = "", ...others]] of Object.entries(RECORDS)) {
    node(type, first, EVERYBODY);
    for (const other of others) node(type, other, ["clerk"]);
  }
  node("InformationRequest", "elsewhere", ["foreign clerk", "officer"]);
  node("Proposal", "proposal handed over", ["clerk", "case reader"]);
  node("User", "hired", ["admin", "officer", "clerk"]);
  node("SavedQuery", "unit query", ["clerk", "reviewer", "officer", "foreign clerk"]);
  node("SavedQuery", "private query", ["clerk", "officer"]);
  node("SavedQuery", "shared query", ["clerk", "officer", "foreign officer"]);
  node("CustomPeerGroup", "group", ["officer", "analyst", "clerk", "foreign officer"]);
  node("Unit", "unit", ["public"], IN_A_UNIT);
  askReports(asking, stage);
  askUnits(asking);
}

/** The first of each kind is everybody's question. */
const RECORDS = {
  InformationRequest: [
    ...[
      "asked",
      "consulted",
      "split",
      "split parts.1",
      "withdrawn",
      "lapsed",
      "reopened",
      "corrected",
      "posted",
    ],
    ...[
      "overdue",
      "due soon",
      "awaiting fee",
      "awaiting correction",
      "awaiting reasons",
      "third party",
      "agency",
    ],
    ...["unconfirmed", "handed over"],
  ],
  Remedy: ["second review", "review", "suit", "suit after review"],
  Proposal: ["answered again", "answered", "co-organized", "unanswered"],
  Disclosure: ["taken back", "published", "returned", "repealed", "in force", "imported.1", "imported.3"],
  SuppliedCount: ["penalties", "licences", "unsigned"],
  CatalogueItem: ["item", "retired item"],
};

const nodes =
  (asking: Asking, stage: Stage) =>
  (type: string, name: string, askers: readonly Asker[], ends: Ends = {}): void =>
    asking.ask(
      `${type} ${name}`,
      askers,
      `query ($id: ID!) { node(id: $id) { __typename ... on ${type} { ${asking.all(type, ends)} } } }`,
      { variables: { id: stage.id(name) } },
    );

const TABLES = { ProactiveTable: "__typename", RequestTable: "__typename", RemedyTable: "__typename" };

function askReports(asking: Asking, stage: Stage): void {
  const node = nodes(asking, stage);
  const three: readonly Asker[] = ["public", "clerk", "officer"];
  node("AnnualReport", "own", EVERYBODY, TABLES);
  node("AnnualReport", "other", ["foreign clerk", "officer", "clerk"], TABLES);
  node("AnnualReport", "system", ["public", "officer", "analyst"], TABLES);
  node("AnnualReport", "system draft", ["officer", "public"], TABLES);
  node("AnnualReport", "draft 2023", three, TABLES);
  node("Finding", "finding", EVERYBODY);
  node("ReportVersion", "version", three);
  node("ReportCell", "cell", [...three, "foreign clerk"]);
  const tables = `proactive { ${asking.all("ProactiveTable")} } requests { ${asking.all("RequestTable")} } remedies { ${asking.all("RemedyTable")} }`;
  const cells = "cells { indicator { code } value source difference ledgerValue }";
  const of = (selection: string): string =>
    `query ($id: ID!) { node(id: $id) { __typename ... on AnnualReport { ${selection} } } }`;
  asking.ask("tables of a report", three, of(tables), { variables: { id: stage.id("own") } });
  asking.ask("every cell of a report", three, of(cells), { variables: { id: stage.id("system") } });
}

const IN_A_UNIT: Ends = {
  AnnualReport: "id year status revision dueOn",
  InformationRequest: "number state",
  Remedy: "number",
  Proposal: "number",
  Disclosure: "title status",
  Interpretation: "title",
  SuppliedCount: "quantity",
  HistoryEntry: "id at operation",
};

function askUnits(asking: Asking): void {
  const unit = `query ($code: String!) { unit(code: $code) { ${asking.all("Unit", IN_A_UNIT)} } }`;
  const ask = (name: string, askers: readonly Asker[], code: string): void =>
    asking.ask(name, askers, unit, { variables: { code } });
  ask("a unit", EVERYBODY, "371003003");
  ask("a district", ["public", "officer"], "371003");
  ask("a dissolved unit", ["public", "officer"], "371003901");
  ask("a renamed unit", ["public", "officer"], "371003902");
  ask("a moved unit", ["public", "foreign officer"], "371003904");
  ask("a removed unit", ["admin"], "371003903");
}
