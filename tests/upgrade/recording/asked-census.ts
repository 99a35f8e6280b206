import type { Asker, Asking } from "./asking.js";

/** Of an entry of the history what costs little. */
const ENTRY = "id sequence at on actor role operation subject { type id } revision reason hash";

/** Whatever stands in the history about a record, a report, a unit or an account, each entry once. */
export function askCensus(asking: Asking): void {
  const list = (field: string, first: number, filter: string, entry: string): void => {
    const records = `${field}(first: ${first}, filter: ${filter}) { pageInfo { hasNextPage } nodes { id events { ${entry} } } }`;
    for (const code of LEDGERS)
      asking.ask(
        `${CENSUS}${field} ${filter} of ${code}`,
        ["officer"],
        `query ($code: String!) { unit(code: $code) { ${records} } }`,
        { variables: { code } },
      );
  };
  for (const filter of REQUESTS_IN_PARTS)
    list("requests", 24, filter, `${ENTRY} changes { field before after }`);
  for (const field of ["remedies", "proposals", "disclosures"]) list(field, 100, "{}", ENTRY);
  askReports(asking);
  const units = ["371003", "371003901", "371003902", "371003904"];
  const history = `code history { ${asking.all("HistoryEntry")} }`;
  const several = units.map((code, i) => `u${i}: unit(code: "${code}") { ${history} }`).join(" ");
  asking.ask(`${CENSUS}units`, ["public"], `{ ${several} }`);
  const page = `pageInfo { hasNextPage } nodes { ${asking.all("HistoryEntry")} }`;
  const accounts = `query ($operations: [HistoryOperation!]) {
    history(unit: "3710", subtree: true, first: 100, operations: $operations) { ${page} } }`;
  for (const [name, operations] of Object.entries(ACCOUNTS))
    asking.ask(`${CENSUS}${name}`, ["city admin"], accounts, { variables: { operations } });
}

/** What the names of these questions begin with. */
export const CENSUS = "census: ";

/** The units that keep ledgers. */
const LEDGERS = ["371003003", "371003104", "371003-zrzyj", "371003-zjj"];

function askReports(asking: Asking): void {
  const events = `year events { ${ENTRY} }`;
  const below = `query ($under: String!, $year: Int!) { units(under: $under, first: 100) { pageInfo { hasNextPage }
    nodes { code report(year: $year) { ${events} } sums: report(year: $year, scope: SYSTEM) { ${events} } } } }`;
  const districts: readonly (readonly [Asker, string])[] = [
    ["officer", "371003"],
    ["foreign officer", "371002"],
  ];
  for (const [asker, under] of districts)
    for (const year of [2021, 2022, 2023, 2025])
      asking.ask(`${CENSUS}reports of ${year} below ${under}`, [asker], below, {
        variables: { under, year },
      });
}

/** As many on a page as the limit of the cost allows. */
const REQUESTS_IN_PARTS = [
  '{ received: { to: "2023-05-31" } }',
  '{ received: { from: "2023-06-01", to: "2023-08-31" } }',
  '{ received: { from: "2023-09-01" } }',
  "{ unconfirmed: true }",
];

const ACCOUNTS = {
  "sign-ins": ["SIGN_IN"],
  "accounts and settings": [
    ...["LOCKED_OUT", "CHANGE_PASSWORD", "RESET_PASSWORD", "GRANT_ROLE", "REVOKE_ROLE", "CHANGE_SETTING"],
    ...["SIGN_IN_FAILED", "CREATE_USER", "DISABLE_USER", "ENABLE_USER", "RENAME_USER"],
  ],
};
