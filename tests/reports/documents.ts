/** What the tests of reports ask the API. */
const PROBLEMS = `problems {
  __typename code message path
  ... on StaleRevision { currentRevision }
  ... on TransitionRefused { state legalSteps }
  ... on BlockedByFindings { findings { id severity status rule { code } } }
}`;

const HEAD = "id year scope status revision unitName signedOn dueOn submittedAt publishedAt format { code }";
const CELLS = "cells { indicator { code } value source }";
const SECTIONS = "sections { key heading body }";
const FINDING = `id severity status message expected actual explanation judgement rule { code }
  cells { code } places { year value indicator { code } }`;

export const SAVE = `mutation ($input: SaveReportInput!) {
  saveReport(input: $input) { report { ${HEAD} ${CELLS} ${SECTIONS} } ${PROBLEMS} }
}`;

const action = (field: string): string =>
  `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { report { ${HEAD} } ${PROBLEMS} } }`;

/** The steps of the workflow, by the mutation's name. */
export const STEPS = {
  requestReview: action("requestReview"),
  submitReport: action("submitReport"),
  returnReport: action("returnReport"),
  approveReport: action("approveReport"),
  publishReport: action("publishReport"),
  reviseReport: action("reviseReport"),
} as const;
export type Step = keyof typeof STEPS;

export const EXPLAIN = `mutation ($input: ExplainFindingInput!) {
  explainFinding(input: $input) { finding { ${FINDING} } ${PROBLEMS} }
}`;

export const JUDGE = `mutation ($input: JudgeFindingInput!) {
  judgeFinding(input: $input) { finding { ${FINDING} } ${PROBLEMS} }
}`;

export const REVISION_OF_FINDING = `query ($id: ID!) { node(id: $id) { ... on Finding { report { revision } } } }`;

export const REPORT = `query ($unit: String!, $year: Int!, $scope: ReportScope) {
  unit(code: $unit) { report(year: $year, scope: $scope) { ${HEAD} ${CELLS} ${SECTIONS} } }
}`;

export const CELLS_OF = `query ($unit: String!, $year: Int!, $codes: [String!], $scope: ReportScope) {
  unit(code: $unit) { report(year: $year, scope: $scope) { cells(codes: $codes) { id value source indicator { code } } } }
}`;

export const FINDINGS = `query ($unit: String!, $year: Int!, $scope: ReportScope, $severities: [Severity!], $statuses: [FindingStatus!]) {
  unit(code: $unit) {
    report(year: $year, scope: $scope) { findings(severities: $severities, statuses: $statuses) { ${FINDING} } }
  }
}`;

export const EVENTS = `query ($unit: String!, $year: Int!) {
  unit(code: $unit) {
    report(year: $year) { events { nodes { at actor action: operation revision reason changes { field before after } } } }
  }
}`;

export const VERSIONS = `query ($unit: String!, $year: Int!) {
  unit(code: $unit) {
    report(year: $year) {
      versions { nodes { id number status submittedAt publishedAt cells(codes: ["proactive.licences.decisions"]) { value } } }
    }
  }
}`;

export const DIFF = `query ($unit: String!, $year: Int!, $from: Int, $to: Int) {
  unit(code: $unit) {
    report(year: $year) {
      diff(from: $from, to: $to) {
        from { number } to { number }
        cells { indicator { code } before after change }
        sections { key heading sentences { change text } }
      }
    }
  }
}`;

export const PREVIOUS = `query ($unit: String!, $year: Int!) {
  unit(code: $unit) {
    report(year: $year) { previous { year status cells(codes: ["requests.carriedOut.naturalPerson"]) { value } } }
  }
}`;

export const NODE = `query ($id: ID!) {
  node(id: $id) {
    __typename id
    ... on Finding { findingStatus: status explanation judgement rule { code } }
    ... on ReportVersion { number versionStatus: status cells(codes: ["proactive.licences.decisions"]) { value } }
    ... on AnnualReport { status revision }
    ... on ReportCell { value indicator { code } }
  }
}`;

export const SET_DEADLINE = `mutation ($input: SetFilingDeadlineInput!) {
  setFilingDeadline(input: $input) { unit { code } ${PROBLEMS} }
}`;

export const CREATE_UNIT = `mutation ($input: CreateUnitInput!) {
  createUnit(input: $input) { unit { id code name revision } ${PROBLEMS} }
}`;

export const RENAME_UNIT = `mutation ($input: RenameUnitInput!) {
  renameUnit(input: $input) { unit { code name shortName aliases revision } ${PROBLEMS} }
}`;

export const CREATE_USER = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) { user { id login } ${PROBLEMS} }
}`;

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { token viewer { user { login } mustChangePassword } ${PROBLEMS} }
}`;

export const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { user { login } ${PROBLEMS} }
}`;

interface ToldStep {
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** What a step of a report kept besides, out of its changes. */
export function toldStep<E extends ToldStep>({ changes, ...step }: E) {
  const field = (name: string) => changes.find((one) => one.field === name);
  const cells = field("cells")?.after?.split("、") ?? [];
  return {
    ...step,
    from: field("status")?.before ?? null,
    to: field("status")?.after ?? null,
    dueOn: field("dueOn")?.after ?? null,
    cells: cells.map((code) => ({ code })),
    samePerson: field("samePerson")?.after === "true",
  };
}
