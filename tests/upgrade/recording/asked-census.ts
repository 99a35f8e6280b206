import type { Asker, Asking } from "./asking.js";

/** Whatever was ever noted of a record, a report, a unit or an account: each row of the tables of events once. */
export function askCensus(asking: Asking): void {
  const list = (field: string, type: string, first: number, filter: string): void => {
    const records = `${field}(first: ${first}, filter: ${filter}) { pageInfo { hasNextPage } nodes { id events { ${asking.all(type)} } } }`;
    for (const code of LEDGERS)
      asking.ask(
        `${CENSUS}${field} ${filter} of ${code}`,
        ["officer"],
        `query ($code: String!) { unit(code: $code) { ${records} } }`,
        { variables: { code } },
      );
  };
  for (const filter of REQUESTS_IN_PARTS) list("requests", "RequestEvent", 25, filter);
  for (const [field, type] of Object.entries(EVENTS)) list(field, type, 100, "{}");
  askReports(asking);
  const units = ["371003", "371003901", "371003902", "371003904"];
  const history = `code history { ${asking.all("UnitEvent")} }`;
  const several = units.map((code, i) => `u${i}: unit(code: "${code}") { ${history} }`).join(" ");
  asking.ask(`${CENSUS}units`, ["public"], `{ ${several} }`);
  const page = `pageInfo { hasNextPage } nodes { ${asking.all("AccountEvent")} }`;
  const accounts = `query ($kinds: [AccountEventKind!]) { accountEvents(under: "3710", first: 100, kinds: $kinds) { ${page} } }`;
  for (const [name, kinds] of Object.entries(ACCOUNTS))
    asking.ask(`${CENSUS}${name}`, ["city admin"], accounts, { variables: { kinds } });
}

/** What the names of these questions begin with. */
export const CENSUS = "census: ";

/** The units that keep ledgers. */
const LEDGERS = ["371003003", "371003104", "371003-zrzyj", "371003-zjj"];

function askReports(asking: Asking): void {
  // The cells that a return names are in the questions about single reports: here they would cost too much.
  const events = `year events { ${asking.all("ReportEvent").replace("cells { code }", "")} }`;
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

const EVENTS = {
  remedies: "RemedyEvent",
  proposals: "ProposalEvent",
  disclosures: "DisclosureEvent",
} as const;

const ACCOUNTS = {
  "sign-ins": ["SIGNED_IN"],
  "accounts and settings": [
    ...[
      "LOCKED_OUT",
      "PASSWORD_CHANGED",
      "PASSWORD_RESET",
      "ROLE_GRANTED",
      "ROLE_REVOKED",
      "SETTING_CHANGED",
    ],
    ...["SIGN_IN_FAILED", "USER_CREATED", "USER_DISABLED", "USER_ENABLED", "USER_RENAMED"],
  ],
};
