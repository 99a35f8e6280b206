import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markReports } from "../../src/filing/api.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { plant } from "../ledgers/planted-rows.js";
import {
  fieldOf,
  findingsOf,
  judge,
  newOffice,
  newPerson,
  reportAt,
  reportOf,
  saved,
  taken,
  wholeReport,
  type Finding,
  type Office,
  type Problem,
  type Report,
} from "./factories.js";

let app: TestApp;
let office: Office;
let officer: Client;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  officer = app.as("officer.371003");
  office = await newOffice(app);
});

const codes = async (year = 2025, client: Client = office.clerk): Promise<string[]> => {
  const found = await findingsOf(client, office.code, year, { statuses: ["OPEN"] });
  return found.map(({ severity, rule }) => `${severity} ${rule.code}`);
};
const STATE = `query ($unit: String!, $year: Int!, $scope: ReportScope) { unit(code: $unit) {
  report(year: $year, scope: $scope) { findingsState } } }`;
const stateOf = async (client: Client, unit = office.code, year = 2025, scope = "OWN"): Promise<unknown> =>
  fieldOf<{ report: { findingsState: unknown } }>(await client.query(STATE, { unit, year, scope })).report
    .findingsState;
const change = async (client: Client, field: string, input: object): Promise<void> => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const answer = await client.query(
    `mutation ($input: ${type}!) { ${field}(input: $input) { problems { message } } }`,
    { input },
  );
  expect(fieldOf<{ problems: Problem[] }>(answer).problems).toEqual([]);
};
const set = async (year: number, cells: Record<string, string>): Promise<Report> =>
  saved(office.clerk, {
    unitCode: office.code,
    year,
    expectedRevision: (await reportOf(office.clerk, office.code, year))?.revision,
    cells: Object.entries(cells).map(([code, value]) => ({ code, value })),
  });

const CARRIED_OUT = "requests.carriedOut.naturalPerson";
const RECEIVED = "requests.received.naturalPerson";

describe("findings are redone by whatever they rest on", () => {
  it("R4 last year's version: corrected after publication, the next year is told", async () => {
    const before = await reportAt(app, "PUBLISHED", office, 2024);
    await saved(office.clerk, wholeReport(office, 2025));
    expect(await codes()).toEqual([]);
    await taken(officer, "reviseReport", before);
    const corrected = await set(2024, { [RECEIVED]: "2", [CARRIED_OUT]: "2" });
    expect(await codes()).toEqual([]);
    const submitted = await taken(office.reviewer, "submitReport", corrected);
    expect(await codes()).toEqual(["WARNING X_CARRY", "WARNING X_CARRY"]);
    await taken(officer, "returnReport", submitted);
    expect(await codes()).toEqual([]);
  });

  it("R4 the deadline", async () => {
    await saved(office.clerk, wholeReport(office, 2025));
    await change(officer, "setFilingDeadline", { under: "371003", year: 2025, dueOn: "2026-01-10" });
    await app.settled();
    expect(await codes()).toEqual(["INFO D06"]);
    await change(officer, "setFilingDeadline", { under: "371003", year: 2025, dueOn: "2026-01-31" });
    await app.settled();
    expect(await codes()).toEqual([]);
  });

  it("R4 a setting of the district", async () => {
    await plant(app, office.code, { requests: [{ countedOn: "2025-12-31" }] });
    await saved(office.clerk, wholeReport(office, 2025));
    expect(await codes()).toEqual(["WARNING L01", "WARNING L01"]);
    await change(officer, "changeSetting", { unitCode: "371003", key: "ledgers.since", value: 2026 });
    await app.settled();
    expect(await codes()).toEqual([]);
    await change(officer, "changeSetting", { unitCode: "371003", key: "ledgers.since", value: null });
    await app.settled();
    expect(await codes()).toEqual(["WARNING L01", "WARNING L01"]);
    const fees = { unitCode: office.code, key: "rules.feesYuanFrom", value: 1000 };
    await set(2025, { "proactive.fees.amount": "200" });
    await change(officer, "changeSetting", fees);
    await app.settled();
    expect(await codes()).toContain("WARNING T2_FEE_UNIT");
  });

  it("say that they are being checked until then, and submission does not wait for it", async () => {
    const draft = await saved(office.clerk, wholeReport(office, 2025));
    expect(await stateOf(office.clerk)).toBe("CURRENT");
    // As another process leaves it that stops right after.
    await app.app.database.write(SYSTEM, async (session) => {
      const unit = await unitOf(session, office.code);
      await markReports(session, app.clock.now(), { unitId: unit.id, year: 2025 });
    });
    expect(await stateOf(office.clerk)).toBe("BEING_CHECKED");
    expect(await stateOf(officer)).toBe("BEING_CHECKED");
    await plant(app, office.code, { requests: [{ countedOn: "2025-03-01" }] });
    const refused = await office.reviewer.query(
      `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { problems { code } } }`,
      { input: { reportId: draft.id, expectedRevision: draft.revision } },
    );
    expect(fieldOf<{ problems: Problem[] }>(refused).problems).toEqual([{ code: "BLOCKED_BY_FINDINGS" }]);
    await app.settled();
    expect(await stateOf(office.clerk)).toBe("CURRENT");
    for (const client of [app.anonymous, app.as("analyst.371003")])
      expect((await client.query(STATE, { unit: office.code, year: 2025 })).data?.unit.report).toBeNull();
  });
});

describe("本级汇总", () => {
  const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
    report { id revision cells(codes: ["${RECEIVED}"]) { value } } problems { code } } }`;
  const AMENDED = `query { unit(code: "371003") { report(year: 2025, scope: SYSTEM) {
    rollUp { included amended { code } } findings(statuses: [OPEN]) { rule { code } message expected } } } }`;

  it("P3 R4 G8 reads its members as the government, whoever asks, and learns of their new versions", async () => {
    const clerk = await newPerson(app, "371003", "CLERK");
    await memberWith("7");
    const derive = async (client: Client, expectedRevision?: number) =>
      fieldOf<{ report: Report; problems: Problem[] }>(
        await client.query(DERIVE, {
          input: { unitCode: "371003", year: 2025, scope: "SYSTEM", expectedRevision },
        }),
      );
    const byClerk = await derive(clerk);
    expect(byClerk.problems).toEqual([]);
    expect(byClerk.report.cells[0]?.value).toBe("7");
    const told = async () =>
      fieldOf<{ report: { rollUp: any; findings: any[] } }>(await officer.query(AMENDED)).report;
    const first = (await told()).findings;
    const byOfficer = await derive(officer, byClerk.report.revision);
    expect(byOfficer.report.cells[0]?.value).toBe("7");
    expect((await told()).findings).toEqual(first);

    // Filed since the derivation: it stands in amended, and the findings say so without anybody's saving.
    const second = await memberWith("3");
    await app.settled();
    const after = await told();
    expect(after.rollUp).toMatchObject({ included: 2, amended: [{ code: second }] });
    expect(after.findings.map(({ rule }) => rule.code)).toEqual(
      expect.arrayContaining(["R01", "R02", "R04"]),
    );
    expect(after.findings.find(({ rule }) => rule.code === "R02")).toMatchObject({ expected: "10" });
    for (const login of ["clerk.371003003", "officer.371002"]) {
      const refused = await app.as(login).query(DERIVE, {
        input: { unitCode: "371003", year: 2025, scope: "SYSTEM", expectedRevision: 2 },
      });
      expect(refused.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
  });

  /** A town of the district which has submitted its report. */
  async function memberWith(received: string): Promise<string> {
    const member = await newOffice(app);
    const report = await saved(
      member.clerk,
      wholeReport(member, 2025, { [RECEIVED]: received, [CARRIED_OUT]: received }),
    );
    await taken(member.reviewer, "submitReport", report);
    return member.code;
  }
});

describe("R6 explainFindings", () => {
  const EXPLAIN_ALL = `mutation ($input: ExplainFindingsInput!) { explainFindings(input: $input) {
    findings { id status explanation } problems { code path } } }`;
  const say = async (client: Client, findings: readonly object[]) =>
    fieldOf<{ findings: Finding[] | null; problems: Problem[] }>(
      await client.query(EXPLAIN_ALL, { input: { findings } }),
    );
  const three = async (): Promise<Finding[]> => {
    await saved(office.clerk, {
      unitCode: office.code,
      year: 2025,
      sections: wholeReport(office, 2025).sections,
    });
    return findingsOf(office.clerk, office.code, 2025);
  };

  it("says what there is to say of many at once, in their order", async () => {
    const found = await three();
    const said = found.map(({ id }, i) => ({
      findingId: id,
      status: "EXPLAINED",
      explanation: `说明之${i}`,
      expectedRevision: 1,
    }));
    const { findings, problems } = await say(office.clerk, said);
    expect(problems).toEqual([]);
    expect(findings).toEqual(
      said.map(({ findingId: id, status, explanation }) => ({ id, status, explanation })),
    );
    expect(await codes()).toEqual([]);
  });

  it("all or nothing, with the place of each problem", async () => {
    const [first, second, third] = (await three()).map(({ id }) => id);
    await judge(officer, third as string, "ACCEPTED", "认可");
    const one = (findingId: unknown, more = {}) => ({
      findingId,
      status: "EXPLAINED",
      explanation: "说明",
      expectedRevision: 1,
      ...more,
    });
    const refused = await say(office.clerk, [one(first), one(second, { explanation: " " }), one(third)]);
    expect(refused.findings).toBeNull();
    expect(refused.problems).toEqual([
      { code: "INVALID_INPUT", path: ["input", "findings", "1", "explanation"] },
      { code: "NOT_ALLOWED_NOW", path: ["input", "findings", "2", "findingId"] },
    ]);
    const twice = await say(office.clerk, [one(first), one(first)]);
    expect(twice.problems).toEqual([
      { code: "INVALID_INPUT", path: ["input", "findings", "1", "findingId"] },
    ]);
    expect((await say(office.clerk, [])).problems).toEqual([
      { code: "INVALID_INPUT", path: ["input", "findings"] },
    ]);
    const states = await findingsOf(office.clerk, office.code, 2025);
    expect(states.map(({ status }) => status)).toEqual(["OPEN", "OPEN", "ACCEPTED"]);
  });

  it("knows no finding of somebody else's, nor any of the others then", async () => {
    const [first] = await three();
    const own = { status: "EXPLAINED", explanation: "说明", expectedRevision: 1 };
    const stranger = await newOffice(app);
    await saved(stranger.clerk, { unitCode: stranger.code, year: 2025 });
    const [theirs] = await findingsOf(stranger.clerk, stranger.code, 2025);
    const answer = await office.clerk.query(EXPLAIN_ALL, {
      input: { findings: [first, theirs].map((finding) => ({ findingId: finding?.id, ...own })) },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await findingsOf(office.clerk, office.code, 2025))[0]?.status).toBe("OPEN");
  });
});
