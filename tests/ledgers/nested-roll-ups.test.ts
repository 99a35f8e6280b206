import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerUser } from "../../src/identity/api.js";
import { PLANTED_PASSWORD, plantReport } from "../access/plant.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const RECEIVED = "requests.received.naturalPerson";
const YEAR = 2025;
const NOW = "2026-04-02T09:00:00+08:00";

const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
  report { id revision } problems { message } } }`;
const SUBMITTED = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
  report { status } problems { message } } }`;
const READ = `query ($code: String!) { unit(code: $code) { report(year: ${YEAR}, scope: SYSTEM) { ...Sum } } }`;
const BOTH = `query { city: unit(code: "3710") { report(year: ${YEAR}, scope: SYSTEM) { ...Sum } }
  district: unit(code: "371003") { report(year: ${YEAR}, scope: SYSTEM) { ...Sum } } }`;
const SUM = `fragment Sum on AnnualReport { rollUp { expected included missing { code } }
  cells(codes: ["${RECEIVED}"]) { value ledgerValue members { unit { code } value } } }`;

let app: TestApp;
let cityOfficer: Client;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set(NOW);
  cityOfficer = await officerOf("3710");
  const filed = (unitCode: string, figure: number) =>
    plantReport(app.app.database, {
      unitCode,
      year: YEAR,
      status: "SUBMITTED",
      working: { note: "正文", figure },
    });
  await filed("371003003", 12);
  await filed("371003104", 30);
});
afterAll(() => app.close());

async function officerOf(unitCode: string): Promise<Client> {
  const login = `officer.${unitCode}`;
  const passwordHash = await app.app.identity.passwords.hash(PLANTED_PASSWORD);
  await app.app.database.write(SYSTEM, async (session) => {
    const home = await unitOf(session, unitCode);
    const memberships = [{ unit: home, role: "OFFICER" as const }];
    const account = { login, displayName: login, passwordHash, home, memberships };
    return registerUser(session, account, new Date(NOW));
  });
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
  const { data } = await app.anonymous.query(signIn, { input: { login, password: PLANTED_PASSWORD } });
  return app.withToken(data.signIn.token);
}

async function derived(
  client: Client,
  unitCode: string,
  more: object = {},
): Promise<{ id: string; revision: number }> {
  const input = { unitCode, year: YEAR, scope: "SYSTEM", ...more };
  const { data } = await client.query(DERIVE, { input });
  expect(data.deriveReport.problems).toEqual([]);
  return data.deriveReport.report;
}

describe("a city's roll-up, and that of a district in it", () => {
  it("counts the district with its roll-up, not with the units in it", async () => {
    const { id, revision } = await derived(app.as("officer.371003"), "371003");
    const district = app.as("officer.371003");
    const open = await district.query(
      `query ($id: ID!) { node(id: $id) { ... on AnnualReport { findings(statuses: [OPEN]) { id } } } }`,
      { id },
    );
    for (const finding of open.data.node.findings)
      await district.query(
        `mutation ($input: JudgeFindingInput!) { judgeFinding(input: $input) { problems { message } } }`,
        {
          input: {
            findingId: finding.id,
            status: "ACCEPTED",
            judgement: "已核实",
            expectedRevision: revision,
          },
        },
      );
    // By another person than derived it.
    const { data } = await app
      .as("deputy.371003")
      .query(SUBMITTED, { input: { reportId: id, expectedRevision: revision } });
    expect(data.submitReport).toMatchObject({ report: { status: "SUBMITTED" }, problems: [] });
    await derived(cityOfficer, "3710");
    const city = (await cityOfficer.query(READ + SUM, { code: "3710" })).data.unit.report;
    expect(city.cells[0]).toMatchObject({ value: "42", ledgerValue: "42" });
  });

  it("is the same whether asked for alone or both together", async () => {
    const alone = async (code: string) =>
      (await cityOfficer.query(READ + SUM, { code })).data.unit as unknown;
    const { data } = await cityOfficer.query(BOTH + SUM);
    expect(data.city).toEqual(await alone("3710"));
    expect(data.district).toEqual(await alone("371003"));
  });
});

interface Completeness {
  readonly expected: number;
  readonly included: number;
  readonly missing: readonly { readonly code: string }[];
}
interface Told {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly rollUp: (Completeness & { readonly leaves: Completeness }) | null;
  readonly completeness: Completeness;
  readonly findings: readonly { readonly id: string; readonly message: string }[];
}
const COMPLETE = "expected included missing { code }";
const TOLD = `query ($code: String!, $year: Int!) { unit(code: $code) { report(year: $year, scope: SYSTEM) {
  id revision status rollUp { ${COMPLETE} leaves { ${COMPLETE} } } completeness { ${COMPLETE} }
  findings(statuses: [OPEN]) { id message } } } }`;

async function told(client: Client, code: string, year = YEAR): Promise<Told> {
  const answer = await client.query(TOLD, { code, year });
  expect(answer.errors).toBeUndefined();
  return answer.data.unit.report;
}
async function step(verb: string, client: Client, { id, revision }: Told): Promise<void> {
  const input = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${input}!) { ${verb}(input: $input) { problems { message } } }`;
  const { data } = await client.query(document, { input: { reportId: id, expectedRevision: revision } });
  expect(data[verb].problems).toEqual([]);
}
async function submitted(code: string, year: number): Promise<void> {
  const officer = app.as(`officer.${code}`);
  const { findings, revision: expectedRevision } = await told(officer, code, year);
  for (const { id } of findings)
    await officer.query(
      `mutation ($input: JudgeFindingInput!) { judgeFinding(input: $input) { problems { message } } }`,
      { input: { findingId: id, status: "ACCEPTED", judgement: "已核实", expectedRevision } },
    );
  await step("submitReport", app.as(`deputy.${code}`), await told(officer, code, year));
}
const sizes = ({ expected, included, missing }: Completeness) => [expected, included, missing.length];

describe("F1 who is missing, through every level", () => {
  it("F1 a city names the units that are missing below its districts, and those of a district without a report", async () => {
    const city = await told(cityOfficer, "3710");
    expect(city.rollUp).toMatchObject({ expected: 2, included: 1, missing: [{ code: "371002" }] });
    expect(sizes(city.rollUp?.leaves as Completeness)).toEqual([50, 2, 48]);
    const missing = city.completeness.missing.map(({ code }) => code);
    expect(missing).not.toContain("371003003");
    expect(missing).toEqual(expect.arrayContaining(["371002001", "371003105", "371003-czj"]));
    expect(sizes(city.completeness)).toEqual([50, 2, 48]);
    // 环翠区 itself, and 46 units of 文登区.
    expect(city.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("缺报成员 47 个"),
    );
  });

  it("F1 an empty 本级汇总 includes nobody, in the city's roll-up as in a comparison", async () => {
    const year = 2024;
    await plantReport(app.app.database, { unitCode: "371003003", year, status: "SUBMITTED" });
    const save = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { problems { message } } }`;
    const sections = ["INTRODUCTION", "OVERVIEW", "PROBLEMS", "OTHER_MATTERS"].map((key) => ({
      key,
      body: "存在的主要问题：公开不够全面。改进措施：加强培训。",
    }));
    const input = { unitCode: "371003", year, scope: "SYSTEM", sections };
    expect((await app.as("officer.371003").query(save, { input })).data.saveReport.problems).toEqual([]);
    await submitted("371003", year);
    expect(sizes((await told(app.as("officer.371003"), "371003", year)).completeness)).toEqual([48, 0, 48]);
    await derived(cityOfficer, "3710", { year });
    const city = await told(cityOfficer, "3710", year);
    expect(city.rollUp).toMatchObject({ expected: 2, included: 0 });
    expect(city.rollUp?.missing).toEqual([{ code: "371002" }, { code: "371003" }]);
    expect(sizes(city.rollUp?.leaves as Completeness)).toEqual([50, 0, 50]);
    expect(sizes(city.completeness)).toEqual([50, 0, 50]);
    const compared = await cityOfficer.query(
      `{ compareReports(input: { under: "3710", years: [${year}], scope: SYSTEM, indicators: ["${RECEIVED}"] }) {
        coverage { ${COMPLETE} } } }`,
    );
    expect(sizes(compared.data.compareReports.coverage[0])).toEqual([2, 0, 2]);
  });

  it("F1 the public sees what the published version was made of, whatever was filed since", async () => {
    const officer = app.as("officer.371003");
    await step("approveReport", officer, await told(officer, "371003"));
    await step("publishReport", officer, await told(officer, "371003"));
    await plantReport(app.app.database, { unitCode: "371003105", year: YEAR, status: "PUBLISHED" });
    const seen = await told(app.anonymous, "371003");
    expect(seen).toMatchObject({ status: "PUBLISHED", rollUp: null });
    expect(sizes(seen.completeness)).toEqual([48, 2, 46]);
    expect(sizes((await told(officer, "371003")).rollUp?.leaves as Completeness)).toEqual([48, 3, 45]);
  });

  it("F1 a unit that filed after the district had added up is missing above until it is added up again", async () => {
    const before = await told(cityOfficer, "3710");
    await derived(cityOfficer, "3710", { expectedRevision: before.revision });
    expect(sizes((await told(cityOfficer, "3710")).completeness)).toEqual([50, 2, 48]);
  });

  it("F1 a unit's own report has no such thing", async () => {
    const answer = await app.anonymous.query(
      `{ unit(code: "371003105") { report(year: ${YEAR}) { completeness { expected } } } }`,
    );
    expect(answer.data.unit.report).toEqual({ completeness: null });
  });
});
