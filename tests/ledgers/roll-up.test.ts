import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { plantReport } from "../access/plant.js";

const GRANTED = "requests.granted.naturalPerson";
const RECEIVED = "requests.received.naturalPerson";
const YEAR = 2025;

const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
  report { id revision status scope } changed { indicator { code } value source } problems { code message path } } }`;
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) {
  report { id revision findings(statuses: [OPEN]) { id severity rule { code } message } } problems { code message } } }`;
const READ = `query ($code: String!, $year: Int!) { unit(code: $code) { report(year: $year, scope: SYSTEM) {
  id revision status
  rollUp { derivedAt expected included missing { code } provisional { code } amended { code } formats }
  cells(codes: ["${RECEIVED}", "requests.received.total"]) {
    value source ledgerValue difference members { unit { code } value report { id year cells(codes: ["${RECEIVED}"]) { records { totalCount } } } } }
  findings(statuses: [OPEN]) { severity rule { code } message expected actual } } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set("2026-04-02T09:00:00+08:00");
  const { database } = app.app;
  const filed = (unitCode: string, figure: number, status: "SUBMITTED" | "PUBLISHED") =>
    plantReport(database, { unitCode, year: YEAR, status, working: { note: "正文", figure } });
  await filed("371003003", 12, "PUBLISHED");
  await filed("371003104", 30, "SUBMITTED");
  await plantReport(database, { unitCode: "371003105", year: YEAR, status: "DRAFT" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");
const read = async (login = "officer.371003") =>
  (await app.as(login).query(READ, { code: "371003", year: YEAR })).data.unit.report;
const system = (more: object = {}) => ({ unitCode: "371003", year: YEAR, scope: "SYSTEM", ...more });
const rulesOf = (report: any, rule: string) =>
  report.findings.filter((finding: any) => finding.rule.code === rule);

describe("a roll-up (本级汇总)", () => {
  it("is added up from the members' newest versions, and never from a draft", async () => {
    const { data } = await officer().query(DERIVE, { input: system() });
    expect(data.deriveReport.problems).toEqual([]);
    expect(data.deriveReport.report).toMatchObject({ revision: 1, status: "DRAFT", scope: "SYSTEM" });
    expect(data.deriveReport.changed).toContainEqual({
      indicator: { code: RECEIVED },
      value: "42",
      source: "LEDGER",
    });
    const report = await read();
    expect(report.cells.map(({ value, source, ledgerValue }: any) => [value, source, ledgerValue])).toEqual([
      ["42", "LEDGER", "42"],
      ["42", "COMPUTED", "42"],
    ]);
  });

  it("tells who is missing, who is provisional, and that while members are missing", async () => {
    const { rollUp, ...report } = await read();
    expect(rollUp).toMatchObject({ expected: 48, included: 2, amended: [], formats: ["2021"] });
    expect(rollUp.missing).toHaveLength(46);
    expect(rollUp.missing).toContainEqual({ code: "371003105" });
    expect(rollUp.provisional).toEqual([{ code: "371003104" }]);
    expect(rollUp.derivedAt).toBe("2026-04-02T01:00:00.000Z");
    const [missing] = rulesOf(report, "R01");
    expect(missing).toMatchObject({ severity: "WARNING" });
    expect(missing.message).toContain("缺报成员 46 个");
    expect(rulesOf(report, "R02")).toEqual([]);
  });

  it("opens from a cell to the members' values, and from there to the records", async () => {
    const [cell] = (await read()).cells;
    expect(cell.members.slice(0, 2).map(({ unit, value }: any) => [unit.code, value])).toEqual([
      ["371003104", "30"],
      ["371003003", "12"],
    ]);
    expect(cell.members[0].report.cells).toEqual([{ records: null }]);
    expect(cell.members.at(-1)).toMatchObject({ value: null, report: null });
  });

  it("may be overridden with a reason; without one the difference is told", async () => {
    const { revision } = await read();
    const save = async (cell: object, expectedRevision: number) =>
      (await officer().query(SAVE, { input: system({ expectedRevision, cells: [cell] }) })).data.saveReport;
    const bare = await save({ code: RECEIVED, value: 45 }, revision);
    expect(bare.problems).toEqual([]);
    const [finding] = rulesOf(await read(), "R02");
    expect(finding).toMatchObject({ severity: "INFO", expected: "42", actual: "45" });
    expect(finding.message).toContain("相差 3");
    await save({ code: RECEIVED, value: 45, difference: "含未报单位电话补报3件" }, revision + 1);
    const report = await read();
    expect(rulesOf(report, "R02")).toEqual([]);
    expect(report.cells[0]).toMatchObject({
      value: "45",
      ledgerValue: "42",
      difference: "含未报单位电话补报3件",
    });
  });

  it("keeps what was explained when it is added up again, and fills the rest", async () => {
    const { revision } = await read();
    const { data } = await officer().query(DERIVE, { input: system({ expectedRevision: revision }) });
    expect(data.deriveReport.problems).toEqual([]);
    expect((await read()).cells[0]).toMatchObject({ value: "45", ledgerValue: "42" });
  });

  it("tells that a member's report changed after it was added up", async () => {
    const returning = `mutation ($input: ReturnReportInput!) { returnReport(input: $input) { problems { code } } }`;
    const member = await officer().query(
      `{ unit(code: "371003104") { report(year: ${YEAR}) { id revision } } }`,
    );
    const { id: reportId, revision: expectedRevision } = member.data.unit.report;
    const answer = await officer().query(returning, {
      input: { reportId, expectedRevision, reason: "请核对" },
    });
    expect(answer.data.returnReport.problems).toEqual([]);
    const { rollUp, revision } = await read();
    expect(rollUp).toMatchObject({ included: 1, amended: [{ code: "371003104" }] });
    await officer().query(SAVE, {
      input: system({ expectedRevision: revision, cells: [{ code: GRANTED, value: 0 }] }),
    });
    expect(rulesOf(await read(), "R04")[0].message).toContain("泽库镇");
  });

  it("is filed by the disclosure office itself, and late after 31 March", async () => {
    const sections = [
      {
        key: "OVERVIEW",
        body: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五方面工作均已落实。",
      },
      { key: "PROBLEMS", body: "存在的问题：公开内容不够细。改进情况：已明确专人逐项核对。" },
    ];
    const cells = [{ code: "requests.carriedOut.naturalPerson", value: 45, difference: "补报数尚在办理" }];
    const input = system({ expectedRevision: (await read()).revision, sections, cells });
    await officer().query(SAVE, { input });
    const { id, revision, ...report } = await read();
    expect(rulesOf(report, "D07")[0]).toMatchObject({ severity: "INFO" });
    const ids = await officer().query(
      `query ($id: ID!) { node(id: $id) { ... on AnnualReport { findings(statuses: [OPEN]) { id severity } } } }`,
      { id },
    );
    const judge = `mutation ($input: JudgeFindingInput!) { judgeFinding(input: $input) { problems { message } } }`;
    for (const finding of ids.data.node.findings)
      await officer().query(judge, {
        input: {
          findingId: finding.id,
          status: "ACCEPTED",
          judgement: "已核实",
          expectedRevision: revision,
        },
      });
    const act = async (field: string, expectedRevision: number, by = "officer.371003"): Promise<Answer> =>
      app
        .as(by)
        .query(
          `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { report { status revision } problems { code message } } }`,
          { input: { reportId: id, expectedRevision } },
        );
    expect((await act("submitReport", revision, "deputy.371003")).data.submitReport).toMatchObject({
      report: { status: "SUBMITTED" },
      problems: [],
    });
    await act("approveReport", revision + 1);
    expect((await act("publishReport", revision + 2)).data.publishReport.report.status).toBe("PUBLISHED");
  });

  it("shows outsiders the published figure, and nothing of the members", async () => {
    for (const client of [app.anonymous, app.as("officer.371002"), app.as("clerk.371003003")]) {
      const { data } = await client.query(READ, { code: "371003", year: YEAR });
      const { cells, rollUp } = data.unit.report;
      expect(rollUp).toBeNull();
      expect(cells[0]).toEqual({
        value: "45",
        source: "ENTERED",
        ledgerValue: null,
        difference: null,
        members: null,
      });
    }
    const seen = await read("analyst.371003");
    expect(seen.rollUp).toMatchObject({ included: 1, derivedAt: null, amended: null });
    expect(seen.cells[0].ledgerValue).toBe("12");
  });

  it("is nobody's but the government's own: a clerk of a member may not fill it, and a town has none", async () => {
    const attempt = (login: string, unitCode: string) =>
      app.as(login).query(DERIVE, { input: { unitCode, year: YEAR, scope: "SYSTEM" } });
    expect((await attempt("clerk.371003003", "371003")).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await attempt("officer.371002", "371003")).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await attempt("analyst.371003", "371003")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const town = await attempt("officer.371003", "371003104");
    expect(town.data.deriveReport.problems[0]).toMatchObject({
      code: "INVALID_INPUT",
      path: ["input", "scope"],
    });
  });
});
