import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoReports } from "../../seeds/reports.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { plant } from "../ledgers/planted-rows.js";
import { EVENTS, EXPLAIN, JUDGE, NODE, STEPS, toldStep } from "./documents.js";
import {
  OVERLONG,
  complaints,
  explain,
  faults,
  fieldOf,
  findingsOf,
  judge,
  newOffice,
  payloadOf,
  reportOf,
  saved,
  take,
  taken,
  wholeReport,
  type Finding,
  type Office,
  type Payload,
  type Report,
} from "./factories.js";

const LICENCES = "proactive.licences.decisions";
const PENALTIES = "proactive.penalties.decisions";
const GRANTED = "requests.granted.naturalPerson";
const RECEIVED = "requests.received.naturalPerson";
const TOTAL = "requests.received.total";

let app: TestApp;
let office: Office;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp({ seed: demoReports().filter(({ unitCode }) => unitCode === "371003003") });
  officer = app.as("officer.371003");
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const draft = (cells: Record<string, string | null> = {}): Promise<Report> =>
  saved(office.clerk, wholeReport(office, 2025, cells));
/** Sets cells of the report as it is now. */
const set = async (cells: Record<string, string | null>, more: object = {}): Promise<Report> => {
  const report = await reportOf(office.clerk, office.code, 2025);
  return saved(office.clerk, {
    unitCode: office.code,
    year: 2025,
    expectedRevision: report?.revision,
    cells: Object.entries(cells).map(([code, value]) => ({ code, value })),
    ...more,
  });
};
const found = (more: object = {}): Promise<Finding[]> => findingsOf(office.clerk, office.code, 2025, more);
const only = async (): Promise<Finding> => {
  const findings = await found();
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};
const state = ({ status, explanation }: Finding): unknown[] => [status, explanation];
/** The unit's words and the district office's. */
const words = ({ explanation, judgement }: Finding): unknown[] => [explanation, judgement];
const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, rule, status }) => `${severity} ${rule.code} ${status}`);
const say = (client: Client, { id }: Finding, status: string, explanation = "情况属实"): Promise<Payload> =>
  (client === officer ? judge : explain)(client, id, status, explanation);
const submit = async (): Promise<Payload> =>
  take(office.reviewer, "submitReport", (await reportOf(office.clerk, office.code, 2025)) as Report);

describe("the life of a finding", () => {
  it("OPEN, EXPLAINED, OPEN with its text, RESOLVED, OPEN again", async () => {
    await draft({ [LICENCES]: null });
    const first = await only();
    expect([first.rule.code, first.severity, ...state(first)]).toEqual([
      "S05_CELL_BLANK",
      "WARNING",
      "OPEN",
      null,
    ]);

    const said = await say(office.clerk, first, "EXPLAINED", "本单位无此项");
    expect(said.problems).toEqual([]);
    expect(said.finding).toEqual({ ...first, status: "EXPLAINED", explanation: "本单位无此项" });
    await set({ "proactive.fees.amount": "1" });
    expect(state(await only())).toEqual(["EXPLAINED", "本单位无此项"]);

    await set({ [PENALTIES]: null });
    const reopened = await only();
    expect(state(reopened)).toEqual(["OPEN", "本单位无此项"]);
    expect(reopened.cells.map(({ code }) => code)).toEqual([LICENCES, PENALTIES]);

    await say(office.clerk, reopened, "EXPLAINED", "两项皆无");
    await set({ [LICENCES]: "0", [PENALTIES]: "0" });
    expect(state(await only())).toEqual(["RESOLVED", "两项皆无"]);

    await set({ [LICENCES]: null });
    const back = await only();
    expect([back.id, ...state(back)]).toEqual([first.id, "OPEN", "两项皆无"]);
    expect(fieldOf(await office.clerk.query(NODE, { id: first.id }))).toEqual({
      __typename: "Finding",
      id: first.id,
      findingStatus: "OPEN",
      explanation: "两项皆无",
      judgement: null,
      rule: { code: "S05_CELL_BLANK" },
    });
  });

  it("comes back OPEN even with the very values that were explained", async () => {
    await draft({ [LICENCES]: null });
    await say(office.clerk, await only(), "EXPLAINED");
    await set({ [LICENCES]: "0" });
    await set({ [LICENCES]: null });
    expect(state(await only())).toEqual(["OPEN", "情况属实"]);
  });

  it("can be taken back to OPEN by whoever explained it", async () => {
    await draft({ [LICENCES]: null });
    await say(office.clerk, await only(), "EXPLAINED");
    expect((await say(office.reviewer, await only(), "OPEN", "再核实")).problems).toEqual([]);
    expect(state(await only())).toEqual(["OPEN", "再核实"]);
  });

  it("an officer's word, too, is for the values it was given for", async () => {
    await draft({ [TOTAL]: "1", [RECEIVED]: "2", [GRANTED]: "2" });
    const errors = await found();
    expect(told(errors)).toEqual(["ERROR T3.FLOW OPEN", "ERROR T3.ROW_TOTAL OPEN"]);
    for (const finding of errors) await say(officer, finding, "ACCEPTED");
    expect(told(await found())).toEqual(["ERROR T3.FLOW ACCEPTED", "ERROR T3.ROW_TOTAL ACCEPTED"]);
    await set({ [TOTAL]: "3" });
    expect(told(await found())).toEqual(["ERROR T3.FLOW OPEN", "ERROR T3.ROW_TOTAL OPEN"]);
  });

  it("of the unit nobody overrules the officer's word", async () => {
    await draft({ [LICENCES]: null });
    await say(officer, await only(), "ACCEPTED", "认可");
    for (const client of [office.clerk, office.reviewer])
      for (const status of ["OPEN", "EXPLAINED"])
        expect(complaints(await say(client, await only(), status, "再说"))).toEqual([
          "NOT_ALLOWED_NOW input.findingId",
        ]);
    expect(words(await only())).toEqual([null, "认可"]);
    expect((await say(officer, await only(), "OPEN", "再核实")).problems).toEqual([]);
    expect(await only()).toMatchObject({ status: "OPEN", explanation: null, judgement: "再核实" });
    expect((await say(office.clerk, await only(), "EXPLAINED", "无此项")).problems).toEqual([]);
    expect(words(await only())).toEqual(["无此项", "再核实"]);
  });

  it("an explanation says for which revision it was written", async () => {
    await draft({ [LICENCES]: null });
    const { id } = await only();
    const input = { findingId: id, status: "EXPLAINED", explanation: "说明" };
    for (const expectedRevision of [0, 2]) {
      const stale = payloadOf(await office.clerk.query(EXPLAIN, { input: { ...input, expectedRevision } }));
      expect(stale).toMatchObject({
        finding: null,
        problems: [{ code: "STALE_REVISION", path: ["input", "expectedRevision"], currentRevision: 1 }],
      });
    }
    expect(state(await only())).toEqual(["OPEN", null]);
    const answer = await office.clerk.query(EXPLAIN, { input: { ...input, expectedRevision: 1 } });
    expect(payloadOf(answer).finding?.status).toBe("EXPLAINED");
  });

  it("each explanation is an event, with the cells of this year", async () => {
    await draft({ [LICENCES]: null });
    app.clock.advance(1000);
    await say(office.clerk, await only(), "EXPLAINED", "本单位无此项");
    const answer = await office.clerk.query(EVENTS, { unit: office.code, year: 2025 });
    const { report } = fieldOf<{ report: { events: { nodes: Parameters<typeof toldStep>[0][] } } }>(answer);
    const events = report.events.nodes.map(toldStep);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({
      action: "EXPLAIN_FINDING",
      reason: "S05_CELL_BLANK EXPLAINED: 本单位无此项",
      from: null,
      to: null,
      revision: 1,
      cells: [{ code: LICENCES }],
    });
  });
});

describe("who may say what", () => {
  const errors = async (): Promise<Finding[]> => {
    await draft({ [TOTAL]: "1", [RECEIVED]: "2", [GRANTED]: "2" });
    return found();
  };

  it.each(["ACCEPTED", "FALSE_ALARM"])("an officer's %s lifts an ERROR", async (status) => {
    const findings = await errors();
    expect(complaints(await submit())).toEqual(["BLOCKED_BY_FINDINGS input.reportId"]);
    for (const finding of findings) expect((await say(officer, finding, status)).problems).toEqual([]);
    expect((await submit()).report?.status).toBe("SUBMITTED");
    expect(told(await found())).toEqual([`ERROR T3.FLOW ${status}`, `ERROR T3.ROW_TOTAL ${status}`]);
  });

  it("a clerk's or reviewer's EXPLAINED does not", async () => {
    const [flow, row] = await errors();
    await say(office.clerk, flow as Finding, "EXPLAINED");
    await say(office.reviewer, row as Finding, "EXPLAINED");
    const refused = await submit();
    expect(refused.report).toBeNull();
    expect(refused.problems[0]?.findings?.map(({ rule, status }) => `${rule.code} ${status}`)).toEqual([
      "T3.FLOW EXPLAINED",
      "T3.ROW_TOTAL EXPLAINED",
    ]);
    expect(await reportOf(office.clerk, office.code, 2025)).toMatchObject({ status: "DRAFT", revision: 1 });
  });

  it("of the unit nobody accepts, and the officer does not explain", async () => {
    await draft({ [LICENCES]: null });
    const finding = await only();
    const refused: readonly (readonly [Client, string, string])[] = [
      [office.clerk, JUDGE, "ACCEPTED"],
      [office.clerk, JUDGE, "FALSE_ALARM"],
      [office.reviewer, JUDGE, "ACCEPTED"],
      [office.reviewer, JUDGE, "OPEN"],
      [officer, EXPLAIN, "EXPLAINED"],
      [officer, EXPLAIN, "OPEN"],
    ];
    for (const [client, document, status] of refused) {
      const field = document === JUDGE ? "judgement" : "explanation";
      const input = { findingId: finding.id, status, [field]: "说明", expectedRevision: 1 };
      const answer = await client.query(document, { input });
      expect([answer.data, faults(answer)]).toEqual([null, ["FORBIDDEN"]]);
    }
    expect(await only()).toEqual(finding);
  });

  it("to everybody else there is no such finding", async () => {
    const whole = wholeReport(office, 2025);
    const sections = whole.sections.map((section) => (section.key === OVERLONG.key ? OVERLONG : section));
    let report = await saved(office.clerk, { ...whole, sections });
    report = await taken(office.reviewer, "submitReport", report);
    await taken(officer, "publishReport", await taken(officer, "approveReport", report));
    const [finding] = await found();
    const ask = (client: Client, findingId = finding?.id) =>
      client.query(EXPLAIN, {
        input: { findingId, status: "EXPLAINED", explanation: "说明", expectedRevision: report.revision },
      });
    const nobody = await ask(app.as("clerk.371003104"), "RmluZGluZzowMDAwMDAwMDAwMDAwMDAw");
    expect(faults(nobody)).toEqual(["NOT_FOUND"]);
    const strangers = [
      "clerk.371003104",
      "reviewer.371003104",
      "officer.371002",
      "analyst.371003",
      "admin.371003",
    ];
    for (const login of strangers) expect(await ask(app.as(login))).toEqual(nobody);
    for (const id of ["", "x", finding?.id.slice(0, -1)]) expect(await ask(office.clerk, id)).toEqual(nobody);
    expect(faults(await ask(app.anonymous))).toEqual(["UNAUTHENTICATED"]);
    expect(await found()).toEqual([finding]);
  });

  it("an explanation and a judgement have words", async () => {
    await draft({ [LICENCES]: null });
    const finding = await only();
    for (const client of [office.clerk, officer])
      for (const explanation of ["", " \n ", "\u0000", "长".repeat(2001)]) {
        const refused = await say(
          client,
          finding,
          client === officer ? "ACCEPTED" : "EXPLAINED",
          explanation,
        );
        const field = client === officer ? "judgement" : "explanation";
        expect([refused.finding, complaints(refused)]).toEqual([null, [`INVALID_INPUT input.${field}`]]);
      }
    expect(await only()).toEqual(finding);
  });

  it("the unit sets no verdict, the office no explanation, and RESOLVED nobody", async () => {
    await draft({ [LICENCES]: null });
    const finding = await only();
    const refused: readonly (readonly [Client, string, string])[] = [
      [office.clerk, EXPLAIN, "ACCEPTED"],
      [office.clerk, EXPLAIN, "FALSE_ALARM"],
      [office.clerk, EXPLAIN, "RESOLVED"],
      [officer, JUDGE, "EXPLAINED"],
      [officer, JUDGE, "RESOLVED"],
    ];
    for (const [client, document, status] of refused) {
      const field = document === JUDGE ? "judgement" : "explanation";
      const input = { findingId: finding.id, status, [field]: "改好了", expectedRevision: 1 };
      expect(faults(await client.query(document, { input }))).toEqual(["BAD_USER_INPUT"]);
    }
    expect(await only()).toEqual(finding);
  });

  it("what is resolved, or submitted, is past explaining", async () => {
    await draft({ [LICENCES]: null });
    const finding = await only();
    await set({ [LICENCES]: "0" });
    for (const [client, status] of [
      [office.clerk, "EXPLAINED"],
      [officer, "ACCEPTED"],
    ] as const)
      expect(complaints(await say(client, finding, status))).toEqual(["NOT_ALLOWED_NOW input.findingId"]);
    expect(state(await only())).toEqual(["RESOLVED", null]);

    await set({ [LICENCES]: null });
    await say(office.clerk, finding, "EXPLAINED");
    await submit();
    expect(complaints(await say(office.clerk, finding, "EXPLAINED", "再说"))).toEqual([
      "NOT_ALLOWED_NOW input.findingId",
    ]);
    expect(state(await only())).toEqual(["EXPLAINED", "情况属实"]);
    expect((await say(officer, finding, "ACCEPTED", "认可")).problems).toEqual([]);
    expect(await only()).toMatchObject({ status: "ACCEPTED", explanation: "情况属实", judgement: "认可" });
  });
});

describe("submission", () => {
  it("is refused with exactly the findings that stand in its way, which exist", async () => {
    const sections = [OVERLONG];
    await draft({ [LICENCES]: null, [TOTAL]: "1", [RECEIVED]: "2", [GRANTED]: "2" });
    await set({ "remedies.review.upheld": null }, { sections });
    const all = await found();
    expect(told(all)).toEqual([
      "WARNING S05_CELL_BLANK OPEN",
      "WARNING S05_CELL_BLANK OPEN",
      "INFO S08_OVERLONG OPEN",
      "ERROR T3.FLOW OPEN",
      "ERROR T3.ROW_TOTAL OPEN",
    ]);
    const [blank, , , flow] = all as [Finding, Finding, Finding, Finding];
    await say(office.clerk, blank, "EXPLAINED");
    await say(officer, flow, "FALSE_ALARM");

    const refused = await submit();
    const [, remedies, , , row] = all;
    expect(refused).toEqual({
      report: null,
      problems: [
        {
          __typename: "BlockedByFindings",
          code: "BLOCKED_BY_FINDINGS",
          message: "还有 2 条疑点未处理：错误须更正，警告须说明",
          path: ["input", "reportId"],
          findings: [
            { id: remedies?.id, severity: "WARNING", status: "OPEN", rule: { code: "S05_CELL_BLANK" } },
            { id: row?.id, severity: "ERROR", status: "OPEN", rule: { code: "T3.ROW_TOTAL" } },
          ],
        },
      ],
    });
    for (const { id } of refused.problems[0]?.findings ?? [])
      expect(fieldOf(await office.reviewer.query(NODE, { id }))).toMatchObject({ __typename: "Finding", id });
    await say(office.reviewer, remedies as Finding, "EXPLAINED");
    await set({ [TOTAL]: null });
    expect((await submit()).report?.status).toBe("SUBMITTED");
  });

  it("finds what was not there at the last save, and what it names can be explained", async () => {
    await saved(office.clerk, { ...wholeReport(office, 2025), signedOn: "2026-01-20" });
    expect(await found()).toEqual([]);
    const before = await saved(office.clerk, wholeReport(office, 2024, { "remedies.review.pending": "3" }));
    await taken(office.reviewer, "submitReport", before);
    const refused = await submit();
    expect(refused.problems.map(({ findings }) => findings?.map(({ rule }) => rule.code))).toEqual([
      ["X_T4_PENDING"],
    ]);
    const [pending] = await found();
    expect(pending?.id).toBe(refused.problems[0]?.findings?.[0]?.id);
    expect((await say(office.reviewer, pending as Finding, "EXPLAINED")).problems).toEqual([]);
    expect((await submit()).report?.status).toBe("SUBMITTED");
  });

  it("a report with nothing in it is blocked by its blanks and its empty texts", async () => {
    const report = await saved(office.clerk, { unitCode: office.code, year: 2025 });
    const refused = await take(office.reviewer, "submitReport", report);
    expect(refused.problems[0]?.findings?.map(({ rule }) => rule.code)).toEqual([
      "S02_OVERVIEW_PARTS",
      "S03_TEXT_EMPTY",
      "S05_CELL_BLANK",
      "S05_CELL_BLANK",
      "S05_CELL_BLANK",
    ]);
  });

  it("a stale one leaves the findings alone", async () => {
    const report = await draft();
    await plant(app, office.code, { requests: [{ countedOn: "2025-12-31" }] });
    const refused = await take(office.reviewer, "submitReport", { id: report.id, revision: 2 });
    expect(complaints(refused)).toEqual(["STALE_REVISION input.expectedRevision"]);
    expect(await found()).toEqual([]);
  });

  it("a refused one of somebody who may not submit leaves the findings alone", async () => {
    await draft();
    const report = (await reportOf(office.clerk, office.code, 2025)) as Report;
    await plant(app, office.code, { requests: [{ countedOn: "2025-12-31" }] });
    const input = { reportId: report.id, expectedRevision: 1 };
    for (const client of [office.clerk, officer])
      expect(faults(await client.query(STEPS.submitReport, { input }))).toEqual(["FORBIDDEN"]);
    expect(await found()).toEqual([]);
  });
});

describe("what a finding says", () => {
  it("S05: one finding a table, with every cell and its year", async () => {
    await saved(office.clerk, {
      unitCode: office.code,
      year: 2025,
      sections: wholeReport(office, 2025).sections,
    });
    const findings = await found();
    expect(findings.map(({ rule, cells, places }) => [rule.code, cells.length, places.length])).toEqual([
      ["S05_CELL_BLANK", 10, 10],
      ["S05_CELL_BLANK", 144, 144],
      ["S05_CELL_BLANK", 12, 12],
    ]);
    expect(findings[0]?.places[0]).toEqual({
      year: 2025,
      value: null,
      indicator: { code: "proactive.regulations.issued" },
    });
    expect(findings[0]?.message).toMatch(
      /^表二有 10 格空白（空白不等于 0，没有的请填 0）：规章 本年制发件数；/,
    );
  });

  it("names table, row, column, both values and the difference; in English where that is asked for", async () => {
    await draft({ [TOTAL]: "1", [RECEIVED]: "2", [GRANTED]: "2" });
    const findings = await found();
    expect(findings.map(({ message, expected, actual }) => [message, expected, actual])).toEqual([
      [
        "表三 总计列：一、本年新收 1 + 二、上年结转 0（自动合计） = 1，而 三（七）总计 2（自动合计） + 四、结转下年度 0（自动合计） = 2，相差 1",
        "1",
        "2",
      ],
      ["表三 一、本年新收：自然人 2，而 总计 1，相差 1", "2", "1"],
    ]);
    const document = `query ($unit: String!) { unit(code: $unit) { report(year: 2025) {
      findings { message rule { title } } } } }`;
    const english = await office.clerk.query(document, { unit: office.code }, { "accept-language": "en" });
    const { report } = fieldOf<{ report: { findings: Finding[] } }>(english);
    expect(report.findings.map(({ message }) => message)).toEqual([
      "Table 3 column total: received this year 1 + carried in 0 (computed) = 1, but result total 2 (computed) + carried out 0 (computed) = 2; difference 1",
      "Table 3 received this year: natural persons 2, but total 1; difference 1",
    ]);
    expect(JSON.stringify(report)).not.toMatch(/\p{Script=Han}/u);
    const chinese = await office.clerk.query(
      document,
      { unit: office.code },
      { "accept-language": "fr, zh;q=0.5" },
    );
    expect(JSON.stringify(chinese.data)).not.toMatch(/difference/);
  });

  it("places have their years where a rule reaches into last year", async () => {
    const last = {
      [RECEIVED]: "4",
      "requests.carriedOut.naturalPerson": "4",
      "proactive.normativeDocuments.inForce": "5",
    };
    const before = await saved(office.clerk, wholeReport(office, 2024, last));
    await taken(office.reviewer, "submitReport", before);
    await draft({ "requests.carriedIn.naturalPerson": "3", [GRANTED]: "3" });
    const placed = (await found()).map(({ rule, places }) => [
      rule.code,
      places.map(({ year, indicator, value }) => `${year} ${indicator.code} ${value}`),
    ]);
    expect(placed).toEqual([
      [
        "T2_IN_FORCE",
        [
          "2024 proactive.normativeDocuments.inForce 5",
          "2025 proactive.normativeDocuments.issued 0",
          "2025 proactive.normativeDocuments.repealed 0",
          "2025 proactive.normativeDocuments.inForce 0",
        ],
      ],
      ["X_CARRY", ["2024 requests.carriedOut.naturalPerson 4", "2025 requests.carriedIn.naturalPerson 3"]],
      ["X_CARRY", ["2024 requests.carriedOut.total 4", "2025 requests.carriedIn.total 3"]],
    ]);
  });

  it("the filters of severity and status", async () => {
    const sections = [OVERLONG];
    await draft({ [LICENCES]: null, [TOTAL]: "1", [RECEIVED]: "1", [GRANTED]: "1", [PENALTIES]: "1" });
    await set({ [TOTAL]: "2" }, { sections });
    const [blank, , flow] = (await found()) as [Finding, Finding, Finding];
    await say(office.clerk, blank, "EXPLAINED");
    await say(officer, flow, "ACCEPTED");
    const rules = async (more: object): Promise<string[]> => (await found(more)).map(({ rule }) => rule.code);
    expect(await rules({})).toEqual(["S05_CELL_BLANK", "S08_OVERLONG", "T3.FLOW", "T3.ROW_TOTAL"]);
    expect(await rules({ severities: ["ERROR"] })).toEqual(["T3.FLOW", "T3.ROW_TOTAL"]);
    expect(await rules({ severities: ["WARNING", "INFO"] })).toEqual(["S05_CELL_BLANK", "S08_OVERLONG"]);
    expect(await rules({ severities: [] })).toEqual([]);
    expect(await rules({ statuses: ["OPEN"] })).toEqual(["S08_OVERLONG", "T3.ROW_TOTAL"]);
    expect(await rules({ statuses: ["EXPLAINED", "ACCEPTED"] })).toEqual(["S05_CELL_BLANK", "T3.FLOW"]);
    expect(await rules({ severities: ["ERROR"], statuses: ["OPEN"] })).toEqual(["T3.ROW_TOTAL"]);
    await set({ [TOTAL]: null });
    expect(await rules({ statuses: ["RESOLVED"] })).toEqual(["T3.FLOW", "T3.ROW_TOTAL"]);
    expect(await rules({ severities: null, statuses: null })).toHaveLength(4);
  });

  it("an excerpt points into the body by UTF-16 offsets", async () => {
    const body = "𠮷利。报告中所列数据的统计期限为2024年1月1日至12月31日。";
    await draft();
    await set({}, { sections: [{ key: "INTRODUCTION", body }] });
    const answer = await office.clerk.query(
      `query ($unit: String!) { unit(code: $unit) { report(year: 2025) {
        findings { rule { code } severity excerpt { section start end text } } } } }`,
      { unit: office.code },
    );
    const { findings } = fieldOf<{ report: { findings: object[] } }>(answer).report;
    const text = "2024年1月1日至12月31日";
    const start = body.indexOf(text);
    expect(findings).toEqual([
      {
        rule: { code: "S09_PERIOD" },
        severity: "ERROR",
        excerpt: { section: "INTRODUCTION", start, end: start + text.length, text },
      },
    ]);
  });

  it("a contradiction in the text: its place, the arithmetic, and how it might read", async () => {
    const body = "（一）主动公开。２０２５年 网站发布 信息 48 条（动态8条、行政执法2条、其他31条）。";
    await draft();
    await set({}, { sections: [{ key: "OTHER_MATTERS", body }] });
    const ask = (language: string) =>
      office.clerk.query(
        `query ($unit: String!) { unit(code: $unit) { report(year: 2025) { findings { rule { code } severity
          expected actual message arithmetic suggestion excerpt { section start end text }
          replacement { section start end text } } } } }`,
        { unit: office.code },
        { "accept-language": language },
      );
    const { findings } = fieldOf<{ report: { findings: object[] } }>(await ask("zh")).report;
    const text = "２０２５年 网站发布 信息 48 条（动态8条、行政执法2条、其他31条";
    const start = body.indexOf(text);
    const placeOf = (words: string) => ({
      start: body.indexOf(words),
      end: body.indexOf(words) + words.length,
    });
    expect(findings).toEqual([
      {
        rule: { code: "N02_CATEGORY_SUM" },
        severity: "ERROR",
        expected: "41",
        actual: "48",
        message: "各项合计 8 + 2 + 31 = 41 ≠ 48，相差 7条",
        arithmetic: "8 + 2 + 31 = 41 ≠ 48",
        suggestion: "请核对：合计应为“41条”，或更正其中一项",
        excerpt: { section: "OTHER_MATTERS", start, end: start + text.length, text },
        replacement: { section: "OTHER_MATTERS", ...placeOf("48 条"), text: "41条" },
      },
    ]);
    const english = fieldOf<{ report: { findings: Record<string, unknown>[] } }>(await ask("en")).report
      .findings;
    expect(english.map(({ message, suggestion }) => [message, suggestion])).toEqual([
      [
        "The parts add up to 8 + 2 + 31 = 41 ≠ 48; difference 7",
        "Check: the total would be 41, or one part is wrong",
      ],
    ]);
  });

  it("only a province or a city has regulations", async () => {
    await draft({ "proactive.regulations.inForce": "1" });
    expect(told(await found())).toEqual(["ERROR T2_REGULATION_NOT_ALLOWED OPEN"]);
    expect((await only()).places).toEqual([
      { year: 2025, value: "1", indicator: { code: "proactive.regulations.inForce" } },
    ]);
  });

  it("a signature after the publication, which is told once there is one", async () => {
    let report = await saved(office.clerk, { ...wholeReport(office, 2025), signedOn: "2026-01-22" });
    report = await taken(office.reviewer, "submitReport", report);
    report = await taken(officer, "approveReport", report);
    expect(await found()).toEqual([]);
    await taken(officer, "publishReport", report);
    expect(told(await found())).toEqual(["WARNING D08 OPEN"]);
    expect((await only()).message).toBe("落款日期 2026-01-22 晚于发布日期 2026-01-20");
  });

  it("a signature before the last change of the tables", async () => {
    await saved(office.clerk, { ...wholeReport(office, 2025), signedOn: "2026-01-19" });
    expect(told(await found())).toEqual(["WARNING D08 OPEN"]);
    await set({}, { signedOn: "2026-01-20" });
    expect(told(await found())).toEqual(["WARNING D08 RESOLVED"]);
  });
});

describe("the demo", () => {
  it("环山街道's draft of 2023 shows exactly the faults planted in it, and what its own text contradicts", async () => {
    for (const login of ["clerk.371003003", "reviewer.371003003", "officer.371003"]) {
      const findings = await findingsOf(app.as(login), "371003003", 2023);
      expect(findings.map(({ severity, status, message }) => [severity, status, message])).toEqual([
        [
          "ERROR",
          "OPEN",
          "表三 总计列：一、本年新收 2 + 二、上年结转 0（自动合计） = 2，而 三（七）总计 1（自动合计） + 四、结转下年度 0（自动合计） = 1，相差 1",
        ],
        ["ERROR", "OPEN", "表三 一、本年新收：自然人 1，而 总计 2，相差 1"],
        ["WARNING", "OPEN", "各渠道合计 59 + 876 = 935 ≠ 911，相差 24条"],
        [
          "WARNING",
          "OPEN",
          "同一类别列了两次：“政务公开组织推进”2条、“政务公开组织推进”3条；各项之和与 59条 相符，应是名称有误而非数字有误",
        ],
        [
          "INFO",
          "OPEN",
          "两个类别疑为同一类：“财政信息”1条、“财政数据”1条；各项之和与 59条 相符，应是名称有误而非数字有误",
        ],
        ["WARNING", "OPEN", "正文写 1件，表中为 2，相差 1"],
        ["WARNING", "OPEN", "“同比下降100%”与数字不符：(1 − 2) ÷ 2 = -50%"],
      ]);
      expect(findings.map(({ rule }) => rule.code)).toEqual([
        ...["T3.FLOW", "T3.ROW_TOTAL", "N01_CHANNEL_SUM", "N03_CATEGORY_DUP", "N03_CATEGORY_DUP"],
        ...["N04_REQ_NEW", "N09_YOY"],
      ]);
    }
    expect(await reportOf(app.as("clerk.371003003"), "371003003", 2023)).toMatchObject({ status: "DRAFT" });
  });

  it("its reports of 2021 and 2022 have none", async () => {
    for (const year of [2021, 2022])
      expect(await findingsOf(app.as("officer.371003"), "371003003", year)).toEqual([]);
  });

  it("rules are public, each with a title, in both languages", async () => {
    const document = "{ rules { code title severity basis } }";
    type Rules = { code: string; title: string; severity: string }[];
    const chinese = fieldOf<Rules>(await app.anonymous.query(document));
    const english = fieldOf<Rules>(await app.anonymous.query(document, {}, { "accept-language": "en" }));
    expect(chinese.map(({ code }) => code)).toEqual([
      "S02_OVERVIEW_PARTS",
      "S03_TEXT_EMPTY",
      "S12_PROBLEMS_PARTS",
      "S05_CELL_BLANK",
      "S13_TOTALS_ONLY",
      "S08_OVERLONG",
      "S09_PERIOD",
      "T3.FLOW",
      "T3.RESULT_TOTAL",
      "T3.ROW_TOTAL",
      "T4.GROUP_TOTAL",
      "T2_REGULATION_NOT_ALLOWED",
      "T2_FEE_UNIT",
      "T2_IN_FORCE",
      "T2_ISSUED_IN_FORCE",
      "T2_PUBLISHED_TOTAL",
      "T2_ITEMS_NONNEGATIVE",
      "T2_YOY",
      "T3_UNPAID_NO_FEE",
      "T4_MORE_THAN_REQUESTS",
      "X_CARRY",
      "X_T4_PENDING",
      "S10_INTRO_PARTS",
      "S11_ANNEX",
      "S14_SUPERSEDED",
      "S15_OTHER_FORM",
      "N01_CHANNEL_SUM",
      "N02_CATEGORY_SUM",
      "N03_CATEGORY_DUP",
      "N04_REQ_NEW",
      "N05_REQ_GROUPS",
      "N06_CARRY",
      "N07_REVIEW",
      "N08_LITIGATION",
      "N09_YOY",
      "N10_PREV_VALUE",
      "N11_T2_TEXT",
      "N12_FEE_TEXT",
      "N13_ZERO_CLAIM",
      "N14_WRONG_YEAR",
      "N15_WRONG_ORG",
      "N16_SIMILAR_PREV",
      "N17_SIMILAR_PEER",
      "N18_DUP_NUMBERS",
      "N19_TYPO",
      "N20_RATE",
      "N21_ENUM",
      "N22_TWO_TOTALS",
      "L01",
      "L02",
      "L03",
      "L04",
      "L05",
      "L06",
      "T3_CORRECTION_NONE",
      "T4_DIRECT_AFTER_2024",
      "T4_STAGE_CHAIN",
      "D01",
      "D02",
      "D03",
      "D04",
      "D05",
      "D10",
      "D11",
      "D12",
      "D06",
      "D07",
      "D08",
      "R01",
      "R02",
      "R03",
      "R04",
    ]);
    expect(english.map(({ code }) => code)).toEqual(chinese.map(({ code }) => code));
    for (const { title } of chinese) expect(title).toMatch(/\p{Script=Han}/u);
    for (const { title } of english) expect(title).not.toMatch(/\p{Script=Han}/u);
  });
});

it("an explanation of one report's finding leaves another's alone", async () => {
  await draft({ [LICENCES]: null });
  const other = await newOffice(app);
  await saved(other.clerk, wholeReport(other, 2025, { [LICENCES]: null }));
  const mine = payloadOf(
    await office.clerk.query(EXPLAIN, {
      input: { findingId: (await only()).id, status: "EXPLAINED", explanation: "说明", expectedRevision: 1 },
    }),
  );
  expect(mine.problems).toEqual([]);
  expect((await findingsOf(other.clerk, other.code, 2025)).map(state)).toEqual([["OPEN", null]]);
});
