import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { fillReportFilings } from "../../migrations/0058-fill-report-filings.js";
import { openSource } from "../access/source.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  complaints,
  fieldOf,
  findingsOf,
  newLogin,
  newOffice,
  reportAt,
  save,
  saved,
  signedIn,
  take,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "./factories.js";

const BOARD = `query ($year: Int!) { filingBoard(under: "371003", year: $year) {
  coverage { expected included missing { code } }
  filings { unit { code } status correctionUnderWay dueOn firstDueOn onTime } } }`;
const REPORT = `query ($code: String!) { unit(code: $code) { report(year: 2025) { status correctionUnderWay } } }`;

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const officer = () => app.as("officer.371003");
interface Filing {
  readonly unit: { readonly code: string };
  readonly status: string | null;
}
interface Coverage {
  readonly expected: number;
  readonly included: number;
  readonly missing: readonly { readonly code: string }[];
}
const board = async (client: Client, year = 2025) =>
  fieldOf<{ coverage: Coverage; filings: Filing[] }>(await client.query(BOARD, { year }));
async function filing(client: Client, year = 2025): Promise<Filing | undefined> {
  const { unit: _, ...found } = (await board(client, year)).filings.find(
    ({ unit }) => unit.code === office.code,
  ) ?? { unit: null };
  return found as Filing;
}
/** A session lasts an hour, and the clock of these tests goes on for weeks. */
const on = async (date: string, login = "officer.371003"): Promise<Client> => {
  app.clock.set(`${date}T09:00:00+08:00`);
  return login === "officer.371003" ? signedInDemo(login) : signedIn(app, login);
};
async function signedInDemo(login: string): Promise<Client> {
  const document = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
  const answer = await app.anonymous.query(document, { input: { login, password: DEMO_PASSWORD } });
  return app.withToken(fieldOf<{ token: string }>(answer).token);
}

describe("F3 a report of a year that has not ended", () => {
  it("F3 is drafted, and its submission is refused in clear words", async () => {
    const draft = await saved(office.clerk, wholeReport(office, 2026));
    const refused = await take(office.reviewer, "submitReport", draft);
    expect(refused.report).toBeNull();
    expect(refused.problems).toMatchObject([
      {
        code: "NOT_ALLOWED_NOW",
        path: ["input", "reportId"],
        message: "2026 年尚未结束：报告截至 12 月 31 日，2027 年 1 月 1 日（北京时间）起方可报送",
      },
    ]);
    const reviewed = await taken(office.clerk, "requestReview", draft);
    expect(complaints(await take(office.reviewer, "submitReport", reviewed))).toEqual([
      "NOT_ALLOWED_NOW input.reportId",
    ]);
    expect(await filing(officer(), 2026)).toMatchObject({ status: "UNDER_REVIEW", onTime: null });
  });

  it.each([
    ["2025-12-31T23:59:59.999+08:00", ["NOT_ALLOWED_NOW input.reportId"]],
    ["2026-01-01T00:00:00+08:00", []],
  ])("F3 goes by the clock of Beijing: at %s", async (instant, expected) => {
    app.clock.set(instant);
    const early = await newOffice(app, await signedInDemo("admin.371003"));
    const draft = await saved(early.clerk, wholeReport(early, 2025));
    expect(complaints(await take(early.reviewer, "submitReport", draft))).toEqual(expected);
  });

  it("F3 a 本级汇总 waits for the end of its year, too", async () => {
    const input = { unitCode: "371003", year: 2026, scope: "SYSTEM", sections: [] };
    const draft = await saved(officer(), input);
    const deputy = app.as("deputy.371003");
    expect(complaints(await take(deputy, "submitReport", draft))).toEqual(["NOT_ALLOWED_NOW input.reportId"]);
  });
});

describe("F6 a published report under correction", () => {
  const published = { status: "PUBLISHED", onTime: true, dueOn: "2026-01-31", firstDueOn: "2026-01-31" };
  const callers = () => [officer(), office.clerk, app.anonymous, app.as("analyst.371003")];
  const seen = async () =>
    Promise.all(
      callers().map(async (client) => {
        const found = await filing(client);
        const answer = await client.query(REPORT, { code: office.code });
        const report = fieldOf<{ report: { correctionUnderWay: boolean } }>(answer).report;
        return { ...found, inReport: report.correctionUnderWay };
      }),
    );

  it("F6 is one answer for the office and the public, counted, and on time as it was", async () => {
    const report = await reportAt(app, "PUBLISHED", office);
    const before = { ...published, correctionUnderWay: false, inReport: false };
    expect(await seen()).toEqual([before, before, before, before]);
    const { included } = (await board(officer())).coverage;
    await taken(officer(), "reviseReport", report);
    const during = { ...published, correctionUnderWay: true, inReport: true };
    expect(await seen()).toEqual([during, during, during, during]);
    expect((await board(officer())).coverage.included).toBe(included);
  });

  it("F6 stays so in the unit's own review and when it is sent back, until the correction is out", async () => {
    let report = await taken(officer(), "reviseReport", await reportAt(app, "PUBLISHED", office));
    report = await taken(office.clerk, "requestReview", report);
    const during = { ...published, correctionUnderWay: true };
    for (const client of callers()) expect(await filing(client)).toEqual(during);
    report = await taken(office.reviewer, "submitReport", report);
    expect(await filing(officer())).toEqual({ ...during, status: "SUBMITTED" });
    expect(await filing(app.anonymous)).toEqual(during);
    report = await taken(officer(), "returnReport", report);
    for (const client of callers()) expect(await filing(client)).toEqual(during);
    report = await taken(office.reviewer, "submitReport", report);
    await taken(officer(), "publishReport", await taken(officer(), "approveReport", report));
    for (const client of callers())
      expect(await filing(client)).toEqual({ ...during, correctionUnderWay: false });
  });

  it("F6 one whose correction is overdue is told so to everybody", async () => {
    const report = await reportAt(app, "PUBLISHED", office);
    await taken(officer(), "reviseReport", report, { dueOn: "2026-01-25" });
    expect(await filing(officer())).toMatchObject({ status: "PUBLISHED", onTime: true });
    const later = await on("2026-01-26");
    for (const client of [later, app.anonymous])
      expect(await filing(client)).toMatchObject({
        status: "PUBLISHED",
        correctionUnderWay: true,
        onTime: false,
      });
  });
});

describe("U4 the dates of a report", () => {
  const submitted = async (date: string): Promise<Report> => {
    const draft = await saved(office.clerk, wholeReport(office, 2025));
    return taken(await on(date, office.reviewerLogin), "submitReport", draft);
  };

  it("U4 a late report does not become on time by a return with a new date", async () => {
    const late = await submitted("2026-02-03");
    expect(await filing(await on("2026-02-03"))).toMatchObject({ status: "SUBMITTED", onTime: false });
    const returned = await taken(await on("2026-02-04"), "returnReport", late, { dueOn: "2026-02-20" });
    expect(await filing(await on("2026-02-04"))).toMatchObject({
      ...{ status: "RETURNED", dueOn: "2026-02-20", firstDueOn: "2026-01-31", onTime: false },
    });
    await taken(await on("2026-02-10", office.reviewerLogin), "submitReport", returned);
    expect(await filing(await on("2026-02-10"))).toMatchObject({ status: "SUBMITTED", onTime: false });
    const told = await findingsOf(await on("2026-02-10"), office.code, 2025);
    expect(told.map(({ rule, message }) => [rule.code, message])).toEqual([
      ["D06", "应在 2026-01-31 或之前提交，2026-02-03 已逾期"],
    ]);
  });

  it("U4 a return's date is kept on its very day, and a missed one stays missed", async () => {
    let report = await submitted("2026-01-20");
    report = await taken(await on("2026-01-21"), "returnReport", report, { dueOn: "2026-02-05" });
    expect(await filing(await on("2026-02-05"))).toMatchObject({ status: "RETURNED", onTime: null });
    report = await taken(await on("2026-02-05", office.reviewerLogin), "submitReport", report);
    expect(await filing(await on("2026-02-06"))).toMatchObject({ status: "SUBMITTED", onTime: true });
    report = await taken(await on("2026-02-06"), "returnReport", report, { dueOn: "2026-02-08" });
    expect(await filing(await on("2026-02-09"))).toMatchObject({ status: "RETURNED", onTime: false });
    report = await taken(await on("2026-02-09", office.reviewerLogin), "submitReport", report);
    expect(await filing(await on("2026-02-09"))).toMatchObject({ status: "SUBMITTED", onTime: false });
    report = await taken(await on("2026-02-10"), "returnReport", report, { dueOn: "2026-03-10" });
    await taken(await on("2026-02-11", office.reviewerLogin), "submitReport", report);
    expect(await filing(await on("2026-02-11"))).toMatchObject({ status: "SUBMITTED", onTime: false });
  });

  it("U4 the unit's own reviewer gives no new date to a report that never left it", async () => {
    const draft = await saved(office.clerk, wholeReport(office, 2025));
    const reviewed = await taken(office.clerk, "requestReview", draft);
    await taken(office.reviewer, "returnReport", reviewed, { dueOn: "2026-06-30" });
    expect(await filing(officer())).toMatchObject({ status: "RETURNED", dueOn: "2026-01-31" });
    expect(await filing(await on("2026-02-01"))).toMatchObject({ status: "RETURNED", onTime: false });
  });

  it("U4 what nobody has begun is late once its date has passed, for who would see it", async () => {
    expect(await filing(await on("2026-01-31"))).toMatchObject({ status: null, onTime: null });
    expect(await filing(await on("2026-02-01"))).toMatchObject({ status: null, onTime: false });
    expect(await filing(app.anonymous)).toMatchObject({ status: null, onTime: null });
  });

  it("G6 a report filed on the very due day is on time, and one of the day after is not", async () => {
    const draft = await saved(office.clerk, wholeReport(office, 2025));
    app.clock.set("2026-01-31T23:59:59.999+08:00");
    await taken(await signedIn(app, office.reviewerLogin), "submitReport", draft);
    expect(await filing(await on("2026-02-01"))).toMatchObject({ status: "SUBMITTED", onTime: true });
    office = await newOffice(app, await signedInDemo("admin.371003"));
    await taken(office.reviewer, "submitReport", await saved(office.clerk, wholeReport(office, 2025)));
    expect(await filing(await on("2026-02-01"))).toMatchObject({ status: "SUBMITTED", onTime: false });
  });

  it("G11 a return's date of today is allowed, and of yesterday refused", async () => {
    const report = await reportAt(app, "SUBMITTED", office);
    expect(complaints(await take(officer(), "returnReport", report, { dueOn: "2026-01-19" }))).toEqual([
      "INVALID_INPUT input.dueOn",
    ]);
    expect((await taken(officer(), "returnReport", report, { dueOn: "2026-01-20" })).dueOn).toBe(
      "2026-01-20",
    );
    expect(await filing(officer())).toMatchObject({ status: "RETURNED", onTime: null });
    expect(await filing(await on("2026-01-21"))).toMatchObject({ status: "RETURNED", onTime: false });
  });
});

describe("U1 a year in which the unit did not exist", () => {
  const CREATE = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) { problems { message } } }`;
  const UNIT = {
    parentCode: "371003",
    kind: "TOWN",
    name: "威海市文登区新设镇人民政府",
    shortName: "新设镇",
  };

  it("U1 has no report: saving one is refused, and the founding year has one", async () => {
    const code = "371003950";
    const input = { ...UNIT, code, establishedOn: "2024-07-01" };
    expect(
      fieldOf<{ problems: unknown[] }>(await app.as("admin.371003").query(CREATE, { input })).problems,
    ).toEqual([]);
    const clerk = await signedIn(app, await newLogin(app, code, "CLERK"));
    const refused = await save(clerk, wholeReport({ code }, 2023));
    expect(refused.report).toBeNull();
    expect(refused.problems).toMatchObject([
      {
        code: "INVALID_INPUT",
        path: ["input", "year"],
        message: "该单位 2023 年尚不存在或已撤销（设立于 2024-07-01）",
      },
    ]);
    expect((await saved(clerk, wholeReport({ code }, 2024))).status).toBe("DRAFT");
  });
});

it("U4 an older database's reports get the dates that they were filed under", async () => {
  const report = await reportAt(app, "PUBLISHED", office);
  await taken(officer(), "reviseReport", report, { dueOn: "2026-01-25" });
  const source = await openSource(app.config.databaseUrl, { tripwire: false });
  try {
    const stored = (): Promise<Record<string, unknown>[]> =>
      source.query("select * from report_filings where missed_on is null order by report_id");
    const kept = await stored();
    expect(kept.length).toBeGreaterThan(5);
    await source.query("delete from report_filings");
    const runner = source.createQueryRunner();
    // Done again, as after it was broken off, it changes nothing.
    for (const migration of [new fillReportFilings(), new fillReportFilings()]) await migration.up(runner);
    await runner.release();
    const filled = new Map((await stored()).map((row) => [row["report_id"], row]));
    expect(kept.map((row) => filled.get(row["report_id"]))).toEqual(kept);
  } finally {
    await source.destroy();
  }
});
