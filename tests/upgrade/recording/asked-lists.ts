import type { Asker, Asking } from "./asking.js";

type Listed = keyof typeof LISTED;

/** The lists of a unit's ledgers, filtered in every way. */
export function askLists(asking: Asking): void {
  const list = (field: Listed, filter: string, asker: Asker, code = "371003003"): void => {
    const page = `first: 50, subtree: ${code === "371003"}, filter: ${filter}`;
    const selection = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${LISTED[field]} } }`;
    asking.ask(
      `${field} ${filter} of ${code}`,
      [asker],
      `query ($code: String!) { unit(code: $code) { ${field}(${page}) { ${selection} } } }`,
      { variables: { code } },
    );
  };
  for (const [field, filters] of Object.entries(FILTERS) as [Listed, readonly string[]][])
    for (const filter of filters) list(field, filter, "clerk");
  list("requests", "{ overdue: true }", "officer", "371003");
  list("requests", '{ received: { from: "2025-01-01" } }', "case reader", "371003");
  list("remedies", "{}", "officer", "371003");
  list("proposals", "{ kind: CPPCC_PROPOSAL }", "officer", "371003");
  list("disclosures", '{ published: { from: "2025-01-01" } }', "public", "371003");
  const counts = `suppliedCounts(year: 2025, first: 50) { totalCount nodes { ${asking.all("SuppliedCount")} } }`;
  asking.ask(
    "supplied counts of a year",
    ["clerk", "officer", "public"],
    `{ unit(code: "371003003") { ${counts} } }`,
  );
}

/** What is asked of each record. */
const LISTED = {
  requests:
    "id number subject applicant { name } state outcome clock { dueOn overdue workingDaysLeft } unit { code }",
  remedies: "id number route ruling late lastDayToLodge unit { code }",
  proposals: "id number title dueOn answeredOn redo unit { code }",
  disclosures: "id title status late publishedOn unit { code }",
};

const FILTERS: Readonly<Record<Listed, readonly string[]>> = {
  requests: [
    ...["{}", "{ pending: true }", "{ overdue: true }", "{ dueSoon: true }", "{ unconfirmed: true }"],
    "{ states: [AWAITING_FEE, CONSULTING_AGENCY] }",
    '{ decided: { from: "2025-04-01", to: "2025-12-31" } }',
    '{ text: "预算" }',
    "{ applicantKinds: [ENTERPRISE], outcomes: [DENIED_PROCESS] }",
  ],
  remedies: ["{ pending: true }", "{ route: REVIEW }"],
  proposals: ["{ overdue: true }", "{ answered: true, role: LEAD }"],
  disclosures: [
    "{ status: WITHDRAWN }",
    '{ inForceOn: "2025-10-01" }',
    '{ text: "公告" }',
    "{ channel: WECHAT }",
  ],
};
