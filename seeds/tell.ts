import { DEMO_PASSWORD, DEMO_PEOPLE } from "./people.js";

const YEAR = 2023;
const INDICATORS = ["requests.received.total", "requests.total.total", "rates.disclosed"];

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;

const COMPARISON = `query ($year: Int!, $indicators: [String!]!) {
  filingBoard(under: "371003", year: $year) { filings { unit { code } status } }
  compareReports(input: { under: "371003", years: [$year], indicators: $indicators }) {
    columns { indicator { label } }
    rows { unit { code shortName } values }
    coverage { expected included missing { shortName } }
  }
}`;

interface Comparison {
  readonly filingBoard: { filings: { unit: { code: string }; status: string | null }[] };
  readonly compareReports: {
    columns: { indicator: { label: string } }[];
    rows: { unit: { code: string; shortName: string }; values: (number | null)[] }[];
    coverage: { expected: number; included: number; missing: { shortName: string }[] }[];
  };
}

/** What a newcomer needs, line by line: the sign-ins, and the district's comparison, asked for over HTTP like anybody's. */
export async function tellDemo(address: string): Promise<string[]> {
  const { signIn } = await ask<{ signIn: { token: string } }>(address, null, SIGN_IN, {
    input: { login: "officer.371003", password: DEMO_PASSWORD },
  });
  const answer = await ask<Comparison>(address, signIn.token, COMPARISON, {
    year: YEAR,
    indicators: INDICATORS,
  });
  return [
    `\n登录 · demo sign-ins (${DEMO_PASSWORD}):`,
    ...DEMO_PEOPLE.map(({ login, displayName }) => `  ${login.padEnd(20)} ${displayName}`),
    `\n文登区 ${YEAR} 年报横向比较 · annual reports compared:`,
    ...comparisonLines(answer),
  ];
}

function comparisonLines({ filingBoard, compareReports }: Comparison): string[] {
  const status = new Map(filingBoard.filings.map((filing) => [filing.unit.code, filing.status]));
  const rows = compareReports.rows.map(({ unit, values }) => {
    const shown = values.map((value, i) =>
      (i === 2 ? percent(value) : (value?.toString() ?? "–")).padStart(7),
    );
    const name = unit.shortName + "　".repeat(Math.max(0, 12 - unit.shortName.length));
    return `  ${unit.code.padEnd(15)} ${name} ${(status.get(unit.code) ?? "未报").padEnd(10)} ${shown.join(" ")}`;
  });
  const [coverage] = compareReports.coverage;
  const missing = coverage?.missing.map((unit) => unit.shortName).join("、") ?? "";
  return [
    `  ${["新收申请", "办理结果", "公开率"].join(" · ")}  （${compareReports.columns.map((c) => c.indicator.label).join("；")}）`,
    ...rows,
    `  应报 ${coverage?.expected ?? 0}，计入 ${coverage?.included ?? 0}，未计入：${missing}`,
  ];
}

const percent = (value: number | null): string => (value === null ? "–" : `${(value * 100).toFixed(1)}%`);

async function ask<Data>(
  address: string,
  token: string | null,
  query: string,
  variables: object,
): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(`the demo's own query failed: ${JSON.stringify(errors)}`);
  return data;
}
