import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, type Office, type Problem } from "../reports/factories.js";

let app: TestApp;
let office: Office;
let clerk: Client;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
  clerk = office.clerk;
});

const RECORD = `id documentTitle documentNumber documentClass wideEffect documentPublishedOn dueOn form title
  publishedOn state revision unit { code } events { operation on reason }`;
const PROBLEMS = "problems { code message path }";
const mutation = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = name === "importInterpretations" ? "ids" : `interpretation { ${RECORD} }`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} ${PROBLEMS} } }`;
};
const ask = async (client: Client, name: string, input: object): Promise<any> =>
  fieldOf<any>(await client.query(mutation(name), { input }));
const done = async (name: string, input: object): Promise<any> => {
  const { interpretation, problems } = await ask(clerk, name, input);
  expect(problems).toEqual([]);
  return interpretation;
};
const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

const document = (more: object = {}): object => ({
  documentTitle: "关于加强物业管理的若干规定",
  documentNumber: "威政发〔2025〕7号",
  documentClass: "NORMATIVE",
  documentPublishedOn: "2025-03-13",
  form: "TEXT",
  ...more,
});
const register = (more: object = {}): Promise<any> =>
  done("registerInterpretation", { unitCode: office.code, ...document(more) });
const OUT = { title: "一图读懂物业管理规定", publishedOn: "2025-03-17" };

const ACTIVITY = `query ($unit: String!) { unit(code: $unit) { activity(from: "2025-01-01", to: "2025-12-31") { interpretations {
  interpretations documents interpreted due dueInterpreted late rate byForm { key count } } } } }`;
const activity = async (client: Client = clerk): Promise<any> =>
  fieldOf<any>(await client.query(ACTIVITY, { unit: office.code })).activity.interpretations;

describe("registerInterpretation", () => {
  it("lets a normative document await its interpretation for three working days", async () => {
    const record = await register();
    expect(record).toEqual({
      id: record.id,
      ...document(),
      wideEffect: false,
      dueOn: "2025-03-18",
      title: null,
      publishedOn: null,
      state: "AWAITED",
      revision: 1,
      unit: { code: office.code },
      events: [{ operation: "REGISTER_INTERPRETATION", on: "2025-03-13", reason: null }],
    });
  });

  it("asks no interpretation of another document, unless it is of wide effect", async () => {
    expect(await register({ documentClass: "OTHER" })).toMatchObject({ dueOn: null });
    const wide = { documentClass: "OTHER", wideEffect: true, documentNumber: "威政办发〔2025〕8号" };
    expect(await register(wide)).toMatchObject({ dueOn: "2025-03-18" });
  });

  it("refuses the same document in the same form, however its number is typed", async () => {
    await register();
    const input = { unitCode: office.code, ...document({ documentNumber: "威政发〔２０２５〕7号" }) };
    const { interpretation, problems } = await ask(clerk, "registerInterpretation", input);
    expect(interpretation).toBeNull();
    expect(places(problems)).toEqual(["ALREADY_EXISTS input.documentTitle"]);
    expect(await register({ form: "CHART" })).toMatchObject({ state: "AWAITED" });
  });

  it("names the place of what is wrong, and stores nothing", async () => {
    const wrong = document({
      documentTitle: " ",
      documentPublishedOn: "2026-03-01",
      publishedOn: "2025-03-17",
    });
    const { problems } = await ask(clerk, "registerInterpretation", { unitCode: office.code, ...wrong });
    expect(places(problems)).toEqual([
      "INVALID_INPUT input.documentTitle",
      "INVALID_INPUT input.documentPublishedOn",
      "INVALID_INPUT input.publishedOn",
      "INVALID_INPUT input.title",
    ]);
    expect((await activity()).documents).toBe(0);
  });

  it("is for the unit's own people", async () => {
    const foreign = (await newOffice(app)).clerk;
    const answer = await foreign.query(mutation("registerInterpretation"), {
      input: { unitCode: office.code, ...document() },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

describe("the steps of an interpretation", () => {
  it("publish, correct and void, each on the revision that was seen", async () => {
    const { id: interpretationId } = await register();
    const published = await done("publishInterpretation", { interpretationId, expectedRevision: 1, ...OUT });
    expect(published).toMatchObject({ ...OUT, state: "PUBLISHED", revision: 2 });
    const stale = { interpretationId, expectedRevision: 1, reason: "笔误" };
    expect(places((await ask(clerk, "amendInterpretation", stale)).problems)[0]).toMatch(/^STALE_REVISION/);
    const change = { documentPublishedOn: "2025-03-14", documentNumber: null, reason: "公布日期登错" };
    const amended = await done("amendInterpretation", { interpretationId, expectedRevision: 2, ...change });
    expect(amended).toMatchObject({
      dueOn: "2025-03-19",
      documentNumber: null,
      title: OUT.title,
      revision: 3,
    });
    const voided = await done("voidInterpretation", {
      interpretationId,
      expectedRevision: 3,
      reason: "重复",
    });
    expect(voided).toMatchObject({ state: "VOID" });
    expect(voided.events.map(({ operation }: { operation: string }) => operation)).toEqual([
      "REGISTER_INTERPRETATION",
      "PUBLISH_INTERPRETATION",
      "AMEND_INTERPRETATION",
      "VOID_INTERPRETATION",
    ]);
    const again = { interpretationId, expectedRevision: 4, reason: "再次" };
    expect(places((await ask(clerk, "voidInterpretation", again)).problems)[0]).toMatch(
      /^TRANSITION_REFUSED/,
    );
    expect(await register({ documentNumber: null })).toMatchObject({ state: "AWAITED" });
  });
});

describe("importInterpretations", () => {
  it("stores all records or none", async () => {
    const records = [document(OUT), document({ ...OUT, form: "VIDEO" }), document({ ...OUT, form: "VIDEO" })];
    const refused = await ask(clerk, "importInterpretations", { unitCode: office.code, records });
    expect(places(refused.problems)).toEqual(["ALREADY_EXISTS input.records.2.documentTitle"]);
    expect((await activity()).interpretations).toBe(0);
    const stored = await ask(clerk, "importInterpretations", {
      unitCode: office.code,
      records: records.slice(0, 2),
    });
    expect(stored.ids).toHaveLength(2);
    expect(await activity()).toMatchObject({ interpretations: 2, documents: 1 });
  });
});

describe("counts", () => {
  it("interpretations, documents interpreted and documents that had to be", async () => {
    expect(await activity()).toMatchObject({ due: 0, rate: null });
    await register(OUT);
    await register({ ...OUT, form: "CHART", publishedOn: "2025-03-25" });
    await register({ documentNumber: "威政发〔2025〕8号", ...OUT, publishedOn: "2025-04-01" });
    await register({ documentNumber: "威政发〔2025〕9号" });
    await register({ documentNumber: "威政发〔2025〕10号", documentClass: "OTHER" });
    expect(await activity()).toEqual({
      ...{ interpretations: 3, documents: 4, interpreted: 2 },
      ...{ due: 3, dueInterpreted: 2, late: 2, rate: 2 / 3 },
      byForm: [
        { key: "TEXT", count: 2 },
        { key: "CHART", count: 1 },
      ],
    });
    const statistics = `query ($input: InterpretationStatisticsInput!) { interpretationStatistics(input: $input) { rows { keys values } } }`;
    const input = {
      scope: { under: office.code },
      groupBy: ["FORM"],
      measures: [{ name: "n", function: "COUNT" }],
    };
    const { rows } = fieldOf<any>(await clerk.query(statistics, { input }));
    expect(rows).toEqual([
      { keys: ["TEXT"], values: [2] },
      { keys: ["CHART"], values: [1] },
    ]);
  });

  it("lists what is overdue, and hides the ledger from a neighbour", async () => {
    await register();
    const list = `query ($unit: String!) { unit(code: $unit) { interpretations(filter: { overdue: true }) { totalCount nodes { documentNumber } } } }`;
    const mine = fieldOf<any>(await clerk.query(list, { unit: office.code }));
    expect(mine.interpretations).toEqual({ totalCount: 1, nodes: [{ documentNumber: "威政发〔2025〕7号" }] });
    const foreign = await (await newOffice(app)).clerk.query(list, { unit: office.code });
    expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

describe("the report", () => {
  const FINDINGS = `query ($unit: String!) { unit(code: $unit) { report(year: 2025) { findings { rule { code } status message } } } }`;
  const save = async (more: object): Promise<void> => {
    const document = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { problems { message } } }`;
    const input = { unitCode: office.code, year: 2025, ...more };
    expect(fieldOf<any>(await clerk.query(document, { input })).problems).toEqual([]);
  };
  const found = async (): Promise<Record<string, string>> => {
    const { report } = fieldOf<any>(await clerk.query(FINDINGS, { unit: office.code }));
    const open = report.findings.filter(({ status }: any) => status !== "RESOLVED");
    return Object.fromEntries(open.map(({ rule, message }: any) => [rule.code, message]));
  };

  it("is held against the ledger: the number it states, and documents without an interpretation", async () => {
    await register(OUT);
    const { id: interpretationId } = await register({ documentNumber: "威政发〔2025〕8号" });
    await save({ sections: [{ key: "OVERVIEW", body: "2025年发布政策解读3篇。" }] });
    expect(await found()).toMatchObject({
      L06: "正文写政策解读 3 篇，台账为 1 篇，相差 2",
      D12: expect.stringContaining("1 个应当解读的文件没有发布解读"),
    });
    await done("publishInterpretation", { interpretationId, expectedRevision: 1, ...OUT });
    const now = await found();
    expect(now.L06).toBe("正文写政策解读 3 篇，台账为 2 篇，相差 1");
    expect(now).not.toHaveProperty("D12");
  });
});
