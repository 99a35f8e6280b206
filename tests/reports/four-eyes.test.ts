import { toldStep } from "./documents.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantReport, type ReportSpec } from "../access/plant.js";
import { startTestApp, type TestApp } from "../harness/app.js";

const TOWN = "371003003";
const DISTRICT = "371003";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  // 兼岗: the town's clerk is its reviewer, too.
  await ask("admin.371003", "grantRole", {
    userId: await idOf("clerk.371003003"),
    unitCode: TOWN,
    role: "REVIEWER",
  });
});
afterAll(() => app.close());

async function ask(login: string, field: string, input: object): Promise<any> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const what =
    type.endsWith("ReportInput") || type === "RequestReviewInput"
      ? "report { revision status samePerson }"
      : "";
  const answer = await app
    .as(login)
    .query(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${what} problems { code message path } } }`,
      { input },
    );
  return answer.data[field];
}
const idOf = async (login: string): Promise<string> =>
  (await app.as(login).query("{ viewer { user { id } } }")).data.viewer.user.id;
const onePerson = (unitCode: string, value: boolean | null) =>
  ask("officer.371003", "changeSetting", { unitCode, key: "reports.onePerson", value });

const READ = `query ($code: String!, $year: Int!, $scope: ReportScope) { unit(code: $code) { report(year: $year, scope: $scope) {
  samePerson versions { nodes { samePerson } } events { nodes { action: operation changes { field before after } } } } } }`;

const years: Record<string, number> = { [TOWN]: 2018, [DISTRICT]: 2018 };
/** A draft that this person saved, with nothing found in it. */
async function drafted(by: string, spec: Pick<ReportSpec, "unitCode" | "scope">) {
  const year = (years[spec.unitCode] = (years[spec.unitCode] ?? 0) + 2);
  const planted = await plantReport(app.app.database, { ...spec, year, status: "DRAFT", submittable: true });
  const cells = [{ code: "proactive.licences.decisions", value: null }];
  const input = { ...spec, year, expectedRevision: planted.revision, cells };
  const { report, problems } = await ask(by, "saveReport", input);
  expect(problems).toEqual([]);
  return { reportId: planted.id, expectedRevision: report.revision as number, year };
}
type Draft = Awaited<ReturnType<typeof drafted>>;
async function taken(by: string, field: string, draft: Draft, more: object = {}): Promise<any> {
  const { reportId, expectedRevision } = draft;
  const payload = await ask(by, field, { reportId, expectedRevision, ...more });
  if (payload.report) draft.expectedRevision = payload.report.revision;
  return payload;
}
const REFUSED = { report: null, problems: [{ code: "NOT_ALLOWED_NOW", path: ["input", "reportId"] }] };

describe("four eyes over a unit's report", () => {
  it("P2 who drafted does not submit, though he holds both roles; another reviewer does", async () => {
    const draft = await drafted("clerk.371003003", { unitCode: TOWN });
    expect(await taken("clerk.371003003", "submitReport", draft)).toMatchObject(REFUSED);
    const { report, problems } = await taken("reviewer.371003003", "submitReport", draft);
    expect([report, problems]).toEqual([
      { revision: draft.expectedRevision, status: "SUBMITTED", samePerson: false },
      [],
    ]);
  });

  it("P2 not after a return either, until the next round begins with a publication", async () => {
    const draft = await drafted("clerk.371003003", { unitCode: TOWN });
    await taken("reviewer.371003003", "submitReport", draft);
    await taken("officer.371003", "returnReport", draft, { reason: "请核对" });
    expect(await taken("clerk.371003003", "submitReport", draft)).toMatchObject(REFUSED);
    await taken("reviewer.371003003", "submitReport", draft);
    await taken("officer.371003", "approveReport", draft);
    await taken("officer.371003", "publishReport", draft);
    await taken("officer.371003", "reviseReport", draft, { reason: "更正" });
    expect((await taken("clerk.371003003", "submitReport", draft)).report).toMatchObject({
      status: "SUBMITTED",
    });
  });

  it("P2 where the setting allows one person, the report, its version and the event say so, to everybody", async () => {
    expect((await onePerson(TOWN, true)).problems).toEqual([]);
    const draft = await drafted("clerk.371003003", { unitCode: TOWN });
    expect((await taken("clerk.371003003", "submitReport", draft)).report).toMatchObject({
      samePerson: true,
    });
    await taken("officer.371003", "approveReport", draft);
    await taken("officer.371003", "publishReport", draft);
    await onePerson(TOWN, null);
    const seen = async (login: string | null) =>
      (await (login ? app.as(login) : app.anonymous).query(READ, { code: TOWN, year: draft.year })).data.unit
        .report;
    expect(await seen(null)).toEqual({
      samePerson: true,
      versions: { nodes: [{ samePerson: true }] },
      events: null,
    });
    const { events } = await seen("officer.371003");
    const alone = events.nodes.map(toldStep).filter((event: any) => event.samePerson);
    expect(alone).toMatchObject([{ action: "SUBMIT_REPORT" }]);
  });
});

describe("four eyes over the government's own report (本级汇总)", () => {
  const SYSTEM = { unitCode: DISTRICT, scope: "SYSTEM" } as const;

  it("P2 needs two people: nobody submits what he saved, nobody approves what he submitted", async () => {
    const draft = await drafted("officer.371003", SYSTEM);
    expect(await taken("officer.371003", "submitReport", draft)).toMatchObject(REFUSED);
    expect((await taken("deputy.371003", "submitReport", draft)).problems).toEqual([]);
    expect(await taken("deputy.371003", "approveReport", draft)).toMatchObject(REFUSED);
    expect((await taken("officer.371003", "approveReport", draft)).report).toMatchObject({
      status: "APPROVED",
      samePerson: false,
    });
  });

  it("P2 may be one officer's where the district decided so, and says so at each step", async () => {
    await onePerson(DISTRICT, true);
    const draft = await drafted("officer.371003", SYSTEM);
    expect((await taken("officer.371003", "submitReport", draft)).report).toMatchObject({ samePerson: true });
    expect((await taken("officer.371003", "approveReport", draft)).report).toMatchObject({
      samePerson: true,
    });
    await onePerson(DISTRICT, null);
  });
});

describe("a role for oneself", () => {
  it.each([
    ["CLERK", TOWN],
    ["OFFICER", DISTRICT],
    ["ANALYST", DISTRICT],
  ])("P2 is granted by nobody: %s at %s", async (role, unitCode) => {
    const userId = await idOf("admin.371003");
    expect(await ask("admin.371003", "grantRole", { userId, unitCode, role })).toMatchObject({
      problems: [{ code: "NOT_ALLOWED_NOW", path: ["input", "userId"] }],
    });
    const { data } = await app.as("admin.371003").query("{ viewer { memberships { role } } }");
    expect(data.viewer.memberships).toEqual([{ role: "ADMIN" }]);
  });
});
