import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { STEPS, type Step } from "./documents.js";
import {
  explain,
  fieldOf,
  findingsOf,
  judge,
  newOffice,
  reportOf,
  saved,
  take,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "./factories.js";

interface RecordStep {
  readonly mutation: string;
  readonly name: string;
  readonly allowed: boolean;
  readonly whyNot: string | null;
}

const STEP_FIELDS = "steps { mutation name allowed whyNot }";
const OF_REPORT = `query ($unit: String!) { unit(code: $unit) { report(year: 2025) { ${STEP_FIELDS} } } }`;
const OF_FINDING = `query ($id: ID!) { node(id: $id) { ... on Finding { report { id revision } ${STEP_FIELDS} } } }`;
const LICENCES = "proactive.licences.decisions";

let app: TestApp;
let office: Office;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

async function stepsFor(client: Client): Promise<readonly RecordStep[]> {
  const { report } = fieldOf<{ report: { steps: RecordStep[] } }>(
    await client.query(OF_REPORT, { unit: office.code }),
  );
  return report.steps;
}
const openIn = (steps: readonly RecordStep[]): string[] =>
  steps.filter(({ allowed }) => allowed).map(({ mutation }) => mutation);
const whyNot = async (client: Client, of: string): Promise<string | null | undefined> =>
  (await stepsFor(client)).find(({ mutation }) => mutation === of)?.whyNot;

const EDITS = ["saveReport", "deriveReport"];
/** Who can take which steps, in each status on the way to publication and back. */
const OPEN: readonly (readonly [status: string, clerk: string[], reviewer: string[], officer: string[]])[] = [
  ["DRAFT", [...EDITS, "requestReview"], ["submitReport"], []],
  ["UNDER_REVIEW", [], ["submitReport", "returnReport"], []],
  ["SUBMITTED", [], [], ["returnReport", "approveReport"]],
  ["APPROVED", [], [], ["returnReport", "publishReport"]],
  ["PUBLISHED", [], [], ["reviseReport"]],
  ["RETURNED", [...EDITS, "requestReview"], ["submitReport"], []],
];
const NEXT: Readonly<Record<string, readonly [Step, "clerk" | "reviewer" | "officer"]>> = {
  DRAFT: ["requestReview", "clerk"],
  UNDER_REVIEW: ["submitReport", "reviewer"],
  SUBMITTED: ["approveReport", "officer"],
  APPROVED: ["publishReport", "officer"],
  PUBLISHED: ["reviseReport", "officer"],
};

describe("the steps of a report", () => {
  it("are those that each caller can take, in every status, and each other says why not", async () => {
    let report = await saved(office.clerk, wholeReport(office, 2025));
    const callers = { clerk: office.clerk, reviewer: office.reviewer, officer };
    for (const [status, ...expected] of OPEN) {
      expect(report.status).toBe(status);
      const told = await Promise.all(Object.values(callers).map(stepsFor));
      expect([status, ...told.map(openIn)]).toEqual([status, ...expected]);
      for (const step of told.flat()) expect(step.whyNot === null).toBe(step.allowed);
      const next = NEXT[status];
      if (next) report = await taken(callers[next[1]], next[0], report);
    }
  });

  it("are refused as mutations wherever they are not allowed", async () => {
    const report = await saved(office.clerk, wholeReport(office, 2025));
    for (const client of [office.clerk, office.reviewer, officer])
      for (const { mutation, allowed } of await stepsFor(client)) {
        if (allowed || !(mutation in STEPS)) continue;
        const input = { reportId: report.id, expectedRevision: report.revision };
        const returned = ["returnReport", "reviseReport"].includes(mutation) ? { reason: "请核对" } : {};
        const answer = await client.query(STEPS[mutation as Step], { input: { ...input, ...returned } });
        expect([mutation, answer.data?.[mutation]?.report ?? null]).toEqual([mutation, null]);
      }
  });

  it("are closed to a stranger and the public by their role, though they read the published report", async () => {
    let report: Report = await saved(office.clerk, wholeReport(office, 2025));
    report = await taken(office.reviewer, "submitReport", report);
    report = await taken(officer, "approveReport", report);
    await taken(officer, "publishReport", report);
    for (const client of [app.anonymous, app.as("clerk.371003104"), app.as("analyst.371003")])
      expect(new Set((await stepsFor(client)).map((step) => step.whyNot))).toEqual(
        new Set(["您的角色无权进行此操作"]),
      );
  });

  it("say that findings are open, that the year is not over, and in which status the report is", async () => {
    await saved(office.clerk, wholeReport(office, 2025, { [LICENCES]: null }));
    expect(await whyNot(office.reviewer, "submitReport")).toBe("还有 1 条疑点未处理：错误须更正，警告须说明");
    expect(await whyNot(officer, "publishReport")).toBe("报告现为“草稿”");
    const [finding] = await findingsOf(office.clerk, office.code, 2025);
    await explain(office.clerk, finding?.id ?? "", "EXPLAINED", "无此项");
    expect(await whyNot(office.reviewer, "submitReport")).toBeNull();
    app.clock.set("2025-12-20T09:00:00+08:00");
    const later = await newOffice(app);
    await saved(later.clerk, wholeReport(later, 2025));
    office = later;
    expect(await whyNot(later.reviewer, "submitReport")).toContain("2025 年尚未结束");
  });

  it("say that whoever drafted cannot submit, unless the setting allows it", async () => {
    const id = fieldOf<{ user: { id: string } }>(await office.clerk.query("{ viewer { user { id } } }")).user
      .id;
    const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { problems { message } } }`;
    const input = { userId: id, unitCode: office.code, role: "REVIEWER" };
    await app.as("admin.371003").query(grant, { input });
    const report = await saved(office.clerk, wholeReport(office, 2025));
    const told = await whyNot(office.clerk, "submitReport");
    expect(told).toContain("编报人不能报送自己编制的报告");
    const { problems } = await take(office.clerk, "submitReport", report);
    expect(problems[0]?.message).toBe(told);
    expect(await whyNot(office.reviewer, "submitReport")).toBeNull();
  });
});

describe("the steps of a finding", () => {
  const stepsOf = async (client: Client, id: string): Promise<readonly RecordStep[]> =>
    fieldOf<{ steps: RecordStep[] }>(await client.query(OF_FINDING, { id })).steps;
  const only = async (): Promise<string> => {
    await saved(office.clerk, wholeReport(office, 2025, { [LICENCES]: null }));
    return (await findingsOf(office.clerk, office.code, 2025))[0]?.id ?? "";
  };

  it("are the unit's explanation and the office's judgement, until there is a verdict", async () => {
    const id = await only();
    expect(openIn(await stepsOf(office.clerk, id))).toEqual(["explainFinding"]);
    expect(openIn(await stepsOf(officer, id))).toEqual(["judgeFinding"]);
    await judge(officer, id, "ACCEPTED", "认可");
    expect((await stepsOf(office.clerk, id)).map((step) => step.whyNot)).toEqual([
      "主管部门已判定，单位不能再说明",
      "您的角色无权进行此操作",
    ]);
    expect(openIn(await stepsOf(officer, id))).toEqual(["judgeFinding"]);
  });

  it("end with the fault, and the unit's with the submission", async () => {
    const id = await only();
    await explain(office.clerk, id, "EXPLAINED", "无此项");
    await taken(office.reviewer, "submitReport", (await reportOf(office.clerk, office.code, 2025)) as Report);
    expect((await stepsOf(office.clerk, id))[0]?.whyNot).toBe("报告已报送，疑点不能再说明");
    expect(openIn(await stepsOf(officer, id))).toEqual(["judgeFinding"]);

    office = await newOffice(app);
    const other = await only();
    const { revision } = (await reportOf(office.clerk, office.code, 2025)) as Report;
    const cells = [{ code: LICENCES, value: "0" }];
    await saved(office.clerk, { unitCode: office.code, year: 2025, expectedRevision: revision, cells });
    for (const client of [office.clerk, officer]) expect(openIn(await stepsOf(client, other))).toEqual([]);
  });

  it("name the report's revision, which the explanation is based on", async () => {
    const id = await only();
    const { report } = fieldOf<{ report: Pick<Report, "id" | "revision"> }>(
      await office.clerk.query(OF_FINDING, { id }),
    );
    const mine = await reportOf(office.clerk, office.code, 2025);
    expect(report).toEqual({ id: mine?.id, revision: mine?.revision });
  });
});
