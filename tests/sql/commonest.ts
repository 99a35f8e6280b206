import { DEMO_PASSWORD } from "../../seeds/people.js";
import type { TestApp } from "../harness/app.js";
import { given } from "../access/operation.js";
import type { Caller } from "../access/people.js";
import { OPERATIONS } from "../access/operations.js";

/** One of what is asked for most often, as a page asks for it. */
export interface Commonest {
  /** Of the file in schema/sql/operations. */
  readonly name: string;
  readonly caller: Caller;
  readonly document: string;
  readonly variables: (app: TestApp) => Promise<object>;
}

/** With the input, and the record made for it, of the table of callers. */
function mutation(field: string, caller: Caller, answer: string): Commonest {
  const operation = OPERATIONS.find((one) => one.field === field && !one.when);
  if (!operation) throw new Error(`no operation ${field}`);
  const [head] = operation.document.split("{", 1);
  return {
    ...{ name: field, caller, variables: operation.variables },
    document: `${head}{ ${field}(input: $input) { ${answer} } }`,
  };
}

const query = (name: string, caller: Caller, document: string, variables: object): Commonest => ({
  ...{ name, caller, document, variables: given(variables) },
});

const PROBLEMS = "problems { code message }";
const FINDINGS = "findings(statuses: [OPEN]) { id severity rule { code } message }";
const REPORT = `report { id status revision ${FINDINGS} } ${PROBLEMS}`;
const CASE = "id number subject state outcome clock { dueOn workingDaysLeft overdue }";
const DISTRICT = { under: "371003" };

export const COMMONEST: readonly Commonest[] = [
  {
    ...mutation("signIn", "public", "token viewer { memberships { role } }"),
    variables: given({ input: { login: "clerk.371003003", password: DEMO_PASSWORD } }),
  },
  mutation("saveReport", "own clerk", REPORT),
  mutation("submitReport", "own reviewer", REPORT),
  mutation("receiveRequest", "own clerk", `request { ${CASE} } ${PROBLEMS}`),
  mutation("decideRequest", "own clerk", `request { ${CASE} } ${PROBLEMS}`),
  query(
    "reportPage",
    "own clerk",
    `query ($code: String!, $year: Int!) { unit(code: $code) { name report(year: $year) { id status revision
      cells { value source ledgerValue indicator { code } } sections { key body } ${FINDINGS}
      events { nodes { at actor operation reason } } versions { nodes { number status } } } } }`,
    { code: "371003003", year: 2024 },
  ),
  query(
    "requestList",
    "officer",
    `query ($code: String!, $filter: RequestFilter) { unit(code: $code) {
      requests(subtree: true, filter: $filter, first: 20) { totalCount nodes { ${CASE} unit { shortName } } } } }`,
    { code: "371003", filter: { dueSoon: true } },
  ),
  query(
    "filingBoard",
    "officer",
    `query ($under: String!) { filingBoard(under: $under, year: 2025) {
      coverage { expected included missing { shortName } }
      filings { unit { shortName } status dueOn submittedAt onTime openErrors openWarnings } } }`,
    DISTRICT,
  ),
  query(
    "compareReports",
    "public",
    `query ($input: CompareReportsInput!) { compareReports(input: $input) {
      columns { year indicator { label } total median } rows { unit { shortName } values changes ranks } } }`,
    {
      input: { ...DISTRICT, years: [2021, 2022], indicators: ["requests.received.total", "rates.disclosed"] },
    },
  ),
  query(
    "requestStatistics",
    "officer",
    `query ($input: RequestStatisticsInput!) { requestStatistics(input: $input) {
      rows { labels values states } totals { values } coverage { units groups suppressed } } }`,
    {
      input: {
        ...{ scope: DISTRICT, dateBasis: "DECIDED", groupBy: ["OUTCOME", "QUARTER"], totals: true },
        measures: [{ name: "件数", function: "COUNT" }],
      },
    },
  ),
];
