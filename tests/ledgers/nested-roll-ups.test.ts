import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerUser } from "../../src/modules/identity/index.js";
import { PLANTED_PASSWORD, plantReport } from "../access/plant.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const RECEIVED = "requests.received.naturalPerson";
const YEAR = 2025;
const NOW = "2026-04-02T09:00:00+08:00";

const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
  report { id revision } problems { message } } }`;
const SUBMITTED = `mutation ($input: ReportActionInput!) { submitReport(input: $input) {
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

async function derived(client: Client, unitCode: string): Promise<{ id: string; revision: number }> {
  const input = { unitCode, year: YEAR, scope: "SYSTEM" };
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
        `mutation ($input: ExplainFindingInput!) { explainFinding(input: $input) { problems { message } } }`,
        { input: { findingId: finding.id, status: "ACCEPTED", explanation: "已核实" } },
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
