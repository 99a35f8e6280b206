import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { CELLS_OF, EVENTS, SAVE, toldStep } from "./documents.js";
import {
  complaints,
  faults,
  fieldOf,
  newOffice,
  reportOf,
  save,
  saved,
  valueOf,
  wholeReport,
  type Cell,
  type Office,
  type Report,
} from "./factories.js";

const LICENCES = "proactive.licences.decisions";
const PENALTIES = "proactive.penalties.decisions";
const FEES = "proactive.fees.amount";
const GRANTED = "requests.granted.naturalPerson";
const LIMIT = "2147483647";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  office = await newOffice(app);
});

const input = (more: object = {}): object => ({ unitCode: office.code, year: 2025, ...more });
const cells = (values: Readonly<Record<string, unknown>>): object[] =>
  Object.entries(values).map(([code, value]) => ({ code, value }));
/** Creates, or changes the revision that is given. */
const put = (values: Readonly<Record<string, unknown>>, more: object = {}): Promise<Report> =>
  saved(office.clerk, input({ cells: cells(values), ...more }));
const current = (year = 2025): Promise<Report | null> => reportOf(office.clerk, office.code, year);
const cellOf = ({ cells: all }: Report, code: string): Cell | undefined =>
  all.find(({ indicator }) => indicator.code === code);
const cellsOf = async (codes: string[] | null, year = 2025): Promise<Answer> =>
  office.clerk.query(CELLS_OF, { unit: office.code, year, codes });
const sent = (query: string, variables: object = {}): Promise<Answer> => office.clerk.query(query, variables);

describe("creating", () => {
  it("makes a draft of the year's form, with all of its cells blank but the given ones", async () => {
    const report = await put({ [LICENCES]: "5" }, { sections: [{ key: "OVERVIEW", body: "总体" }] });
    expect(report).toMatchObject({
      year: 2025,
      scope: "OWN",
      status: "DRAFT",
      revision: 1,
      unitName: office.name,
      signedOn: null,
      dueOn: "2026-01-31",
      submittedAt: null,
      publishedAt: null,
      format: { code: "2021" },
    });
    expect(report.cells).toHaveLength(200);
    expect(report.cells.filter(({ value }) => value !== null)).toEqual([
      { indicator: { code: LICENCES }, value: "5", source: "ENTERED" },
    ]);
    expect(report.sections).toEqual([
      { key: "INTRODUCTION", heading: "引言", body: "" },
      { key: "OVERVIEW", heading: "一、总体情况", body: "总体" },
      { key: "PROBLEMS", heading: "五、存在的主要问题及改进情况", body: "" },
      { key: "OTHER_MATTERS", heading: "六、其他需要报告的事项", body: "" },
    ]);
    expect(await current()).toEqual(report);
  });

  it("takes nothing but a unit and a year", async () => {
    const report = await saved(office.clerk, input());
    expect(report).toMatchObject({ status: "DRAFT", revision: 1 });
    expect(report.cells.every(({ value }) => value === null)).toBe(true);
  });

  it.each([
    [2019, "2019", 198, "五、政府信息公开工作存在的主要问题及改进情况"],
    [2020, "2019", 198, "五、政府信息公开工作存在的主要问题及改进情况"],
    [2021, "2021", 200, "五、存在的主要问题及改进情况"],
    [2025, "2021", 200, "五、存在的主要问题及改进情况"],
    [2026, "2021", 200, "五、存在的主要问题及改进情况"],
  ])("a report of %i has the form of %s with %i cells", async (year, code, count, heading) => {
    const report = await saved(office.clerk, input({ year }));
    expect(report.format).toEqual({ code });
    expect(report.cells).toHaveLength(count);
    expect(report.sections[2]?.heading).toBe(heading);
    expect(report.dueOn).toBe(`${year + 1}-01-31`);
  });

  it.each([-1, 0, 2018, 2027, 2147483647])("the year %i is refused", async (year) => {
    const { report, problems } = await save(office.clerk, input({ year }));
    expect(report).toBeNull();
    expect(problems).toEqual([
      {
        __typename: "InvalidInput",
        code: "INVALID_INPUT",
        message: "年度须在 2019 至 2026 之间",
        path: ["input", "year"],
      },
    ]);
    expect(await current(year)).toBeNull();
  });

  it("a street, a town or a department has no SYSTEM report", async () => {
    const refused = await save(office.clerk, input({ scope: "SYSTEM" }));
    expect([refused.report, complaints(refused)]).toEqual([null, ["INVALID_INPUT input.scope"]]);
    const both = await save(office.clerk, input({ scope: "SYSTEM", year: 2018 }));
    expect(complaints(both)).toEqual(["INVALID_INPUT input.year", "INVALID_INPUT input.scope"]);
    expect(await reportOf(office.clerk, office.code, 2025, "SYSTEM")).toBeNull();
  });

  it.each(["371003104", "371002001", "371003", "999999", "371003003 ", ""])(
    "for the unit %j, which is not the clerk's, there is NOT_FOUND",
    async (unitCode) => {
      const answer = await office.clerk.query(SAVE, { input: { unitCode, year: 2025 } });
      expect([answer.data, faults(answer)]).toEqual([null, ["NOT_FOUND"]]);
    },
  );

  it("only a clerk drafts", async () => {
    const callers = [office.reviewer, app.as("officer.371003"), app.as("analyst.371003")];
    for (const caller of [...callers, app.as("admin.371003")])
      expect(faults(await caller.query(SAVE, { input: input() }))).toEqual(["FORBIDDEN"]);
    expect(faults(await app.as("officer.371002").query(SAVE, { input: input() }))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.anonymous.query(SAVE, { input: input() }))).toEqual(["UNAUTHENTICATED"]);
    expect(await current()).toBeNull();
  });
});

describe("merging", () => {
  it("keeps the cells and sections that are not given", async () => {
    await put({ [LICENCES]: "5", [PENALTIES]: "6" }, { sections: [{ key: "OVERVIEW", body: "旧" }] });
    const sections = [{ key: "PROBLEMS", body: "新" }];
    const report = await put({ [PENALTIES]: "7", [FEES]: "1.5" }, { sections, expectedRevision: 1 });
    expect(report.revision).toBe(2);
    expect(
      Object.fromEntries(
        report.cells.filter((c) => c.value !== null).map((c) => [c.indicator.code, c.value]),
      ),
    ).toEqual({ [LICENCES]: "5", [PENALTIES]: "7", [FEES]: "1.5" });
    expect(report.sections.map(({ body }) => body)).toEqual(["", "旧", "新", ""]);
    expect(await current()).toEqual(report);
  });

  it("null blanks a cell, which is not 0", async () => {
    await put({ [LICENCES]: "0", [PENALTIES]: "3" });
    const report = await put({ [PENALTIES]: null }, { expectedRevision: 1 });
    expect([valueOf(report, LICENCES), valueOf(report, PENALTIES)]).toEqual(["0", null]);
    const tables = fieldOf<{ report: unknown }>(
      await sent(`{ unit(code: "${office.code}") { report(year: 2025) {
        proactive { licences { decisions } penalties { decisions } } } } }`),
    );
    expect(tables.report).toEqual({
      proactive: { licences: { decisions: 0 }, penalties: { decisions: null } },
    });
  });

  it("an empty section is an empty section", async () => {
    await saved(office.clerk, input({ sections: [{ key: "OVERVIEW", body: "旧" }] }));
    const report = await saved(
      office.clerk,
      input({ sections: [{ key: "OVERVIEW", body: "" }], expectedRevision: 1 }),
    );
    expect(report.sections[1]?.body).toBe("");
  });

  it("texts come back as they went in", async () => {
    const body = '一、二\n\t“引号” \\ % _ \'" 𠮷🙂\r\n<b>&amp;</b> {"a":1}';
    await saved(office.clerk, input({ sections: [{ key: "OVERVIEW", body }] }));
    expect((await current())?.sections[1]?.body).toBe(body);
  });

  it("the date of signature stays when it is left out, and goes with null", async () => {
    await saved(office.clerk, input({ signedOn: "2026-01-20" }));
    const kept = await put({ [LICENCES]: "1" }, { expectedRevision: 1 });
    expect(kept.signedOn).toBe("2026-01-20");
    const removed = await saved(office.clerk, input({ signedOn: null, expectedRevision: 2 }));
    expect([removed.signedOn, (await current())?.signedOn]).toEqual([null, null]);
  });

  it("each save is an event that names the cells it changed", async () => {
    await put({ [LICENCES]: "5", [PENALTIES]: "6" });
    await put({ [LICENCES]: "5", [PENALTIES]: null }, { expectedRevision: 1 });
    const answer = await sent(EVENTS, { unit: office.code, year: 2025 });
    const at = "2026-01-20T01:00:00.000Z";
    const event = {
      at,
      actor: expect.stringMatching(/^CLERK /) as string,
      action: "SAVE_REPORT",
      reason: null,
      samePerson: false,
    };
    const { events } = fieldOf<{ report: { events: { nodes: Parameters<typeof toldStep>[0][] } } }>(
      answer,
    ).report;
    expect({ events: events.nodes.map(toldStep) }).toEqual({
      events: [
        {
          ...event,
          from: null,
          to: "DRAFT",
          dueOn: null,
          revision: 1,
          cells: [{ code: LICENCES }, { code: PENALTIES }],
        },
        { ...event, from: "DRAFT", to: "DRAFT", dueOn: null, revision: 2, cells: [{ code: PENALTIES }] },
      ],
    });
  });
});

describe("totals", () => {
  const ROW = "requests.granted.total";
  const COLUMN = "requests.total.naturalPerson";
  const ALL = "requests.total.total";
  const leaves = {
    [GRANTED]: "3",
    "requests.granted.enterprise": "4",
    "requests.partial.naturalPerson": "2",
  };
  const computed = (value: string) => expect.objectContaining({ value, source: "COMPUTED" }) as object;
  const entered = (value: string) => expect.objectContaining({ value, source: "ENTERED" }) as object;

  it("are computed while they were never given", async () => {
    const report = await put(leaves);
    expect([ROW, COLUMN, ALL].map((code) => cellOf(report, code))).toEqual([
      computed("7"),
      computed("5"),
      computed("9"),
    ]);
    const next = await put({ [GRANTED]: "10" }, { expectedRevision: 1 });
    expect([ROW, COLUMN, ALL].map((code) => valueOf(next, code))).toEqual(["14", "12", "16"]);
    expect(valueOf(report, "requests.received.total")).toBeNull();
  });

  it("stay as they were given, and are checked, until they are set to null", async () => {
    const given = await put({ ...leaves, [ROW]: "8" });
    expect(cellOf(given, ROW)).toEqual(entered("8"));
    expect(valueOf(given, ALL)).toBe("10");
    const after = await put({ [GRANTED]: "30" }, { expectedRevision: 1 });
    expect(valueOf(after, ROW)).toBe("8");
    expect(await rulesFound()).toContain("T3.ROW_TOTAL");
    const back = await put({ [ROW]: null }, { expectedRevision: 2 });
    expect(cellOf(back, ROW)).toEqual(computed("34"));
    expect(await rulesFound()).not.toContain("T3.ROW_TOTAL");
  });

  it("a total that is given as it would be computed counts as given", async () => {
    const report = await put({ ...leaves, [ROW]: "7" });
    expect(cellOf(report, ROW)).toEqual(entered("7"));
  });

  it("of table 四 are sums of the outcomes", async () => {
    const report = await put({ "remedies.review.upheld": "1", "remedies.review.pending": "2" });
    expect(cellOf(report, "remedies.review.total")).toEqual(computed("3"));
    expect(cellOf(report, "remedies.litigationDirect.total")?.value).toBeNull();
  });

  it("that outgrow a cell are refused", async () => {
    const refused = await save(
      office.clerk,
      input({ cells: cells({ [GRANTED]: LIMIT, "requests.granted.enterprise": "1" }) }),
    );
    expect(refused.report).toBeNull();
    expect(complaints(refused)).toEqual(["INVALID_INPUT input.cells", "INVALID_INPUT input.cells"]);
    expect(refused.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/予以公开 · 总计.*2147483647/) as string,
      expect.stringMatching(/（七）总计 · 总计.*2147483647/) as string,
    ]);
    expect(await current()).toBeNull();
  });

  const rulesFound = async (): Promise<string[]> => {
    const answer = await sent(`{ unit(code: "${office.code}") { report(year: 2025) {
      findings(statuses: [OPEN]) { rule { code } } } } }`);
    return fieldOf<{ report: { findings: { rule: { code: string } }[] } }>(answer).report.findings.map(
      ({ rule }) => rule.code,
    );
  };
});

describe("values", () => {
  it.each([
    [LICENCES, "0", "0"],
    [LICENCES, "-0", "0"],
    [LICENCES, "007", "7"],
    [LICENCES, "12.0", "12"],
    [LICENCES, LIMIT, LIMIT],
    [LICENCES, 12, "12"],
    [LICENCES, 1e3, "1000"],
    [FEES, "59237.2449", "59237.2449"],
    [FEES, 59237.2449, "59237.2449"],
    [FEES, "0.000001", "0.000001"],
    [FEES, 0.000001, "0.000001"],
    [FEES, "1.500000", "1.5"],
    [FEES, "1.5000000000", "1.5"],
    [FEES, "2147483646.999999", "2147483646.999999"],
    [FEES, LIMIT, LIMIT],
    [FEES, "0.1", "0.1"],
    [FEES, "33333333.333333", "33333333.333333"],
  ])("%s takes %j and keeps it exactly, as %s", async (code, value, kept) => {
    const report = await put({ [code]: value });
    expect([valueOf(report, code), valueOf((await current()) as Report, code)]).toEqual([kept, kept]);
    const answer = await sent(`{ unit(code: "${office.code}") { report(year: 2025) {
      proactive { licences { decisions } fees { amount } } } } }`);
    const { proactive } = fieldOf<{ report: { proactive: object } }>(answer).report;
    expect(proactive).toMatchObject(
      code === FEES ? { fees: { amount: kept } } : { licences: { decisions: Number(kept) } },
    );
  });

  it("literals in the document are read like variables", async () => {
    const answer = await sent(`mutation { saveReport(input: { unitCode: "${office.code}", year: 2025, cells: [
      { code: "${LICENCES}", value: 12 }, { code: "${FEES}", value: 59237.2449 }, { code: "${PENALTIES}", value: "7" },
      { code: "${GRANTED}", value: null }
    ] }) { report { cells(codes: ["${LICENCES}", "${FEES}", "${PENALTIES}", "${GRANTED}"]) { value } } problems { code } } }`);
    const { report, problems } = fieldOf<{ report: { cells: object[] }; problems: object[] }>(answer);
    expect(problems).toEqual([]);
    expect(report.cells).toEqual(["12", "59237.2449", "7", null].map((value) => ({ value })));
  });

  it.each([
    [LICENCES, "-1", "不能为负数"],
    [LICENCES, -1, "不能为负数"],
    [LICENCES, "1.5", "必须是整数，不能有小数"],
    [LICENCES, 1.5, "必须是整数，不能有小数"],
    [LICENCES, "2147483648", "超出上限 2147483647"],
    [LICENCES, "9".repeat(40), "超出上限 2147483647"],
    [LICENCES, "/", "不是数字"],
    [LICENCES, "—", "不是数字"],
    [LICENCES, "", "不是数字"],
    [LICENCES, " ", "不是数字"],
    [LICENCES, "1,000", "不是数字"],
    [LICENCES, "１２", "不是数字"],
    [LICENCES, "+1", "不是数字"],
    [LICENCES, "1e3", "不是数字"],
    [LICENCES, "NaN", "不是数字"],
    [LICENCES, "0x10", "不是数字"],
    [LICENCES, 1e21, "超出上限 2147483647"],
    [FEES, "-0.000001", "不能为负数"],
    [FEES, "1.1234567", "最多六位小数"],
    [FEES, 1.1234567, "最多六位小数"],
    [FEES, "2147483647.000001", "超出上限 2147483647"],
    [FEES, 2147483647.000001, "超出上限 2147483647"],
    [FEES, "/", "不是数字"],
    ["requests.granted.total", "-1", "不能为负数"],
  ])("%s refuses %j: %s", async (code, value, reason) => {
    const { report, problems } = await save(office.clerk, input({ cells: cells({ [code]: value }) }));
    expect(report).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "INVALID_INPUT",
      path: ["input", "cells", "0", "value"],
      message: expect.stringMatching(new RegExp(`：${reason}$`)) as string,
    });
    if (String(value).length > 3 && !reason.includes("2147483647"))
      expect(problems[0]?.message).not.toContain(String(value));
    expect(await current()).toBeNull();
  });

  it("the change of a list, on the form of 2019, may be negative", async () => {
    const code = "proactive.licences.itemsDelta";
    const report = await put({ [code]: "-417" }, { year: 2019 });
    expect(valueOf(report, code)).toBe("-417");
    const refused = await save(office.clerk, input({ year: 2020, cells: cells({ [code]: "-417.5" }) }));
    expect(complaints(refused)).toEqual(["INVALID_INPUT input.cells.0.value"]);
  });

  it.each([
    [2025, "requests.nothing.total", "没有指标"],
    [2025, "", "没有指标"],
    [2025, "requests.granted", "没有指标"],
    [2025, "__proto__", "没有指标"],
    [2025, "constructor", "没有指标"],
    [2025, "REQUESTS.GRANTED.TOTAL", "没有指标"],
    [2025, "requests.other.undivided.total", "国办公开办函〔2021〕30号格式中"],
    [2025, "proactive.regulations.made", "国办公开办函〔2021〕30号格式中"],
    [2020, "proactive.fees.amount", "国办公开办函〔2019〕60号格式中"],
    [2020, "requests.other.misc.total", "国办公开办函〔2019〕60号格式中"],
    [2025, "rates.disclosed", "由系统推算，不能填报"],
    [2025, "requests.denied.total.naturalPerson", "由系统推算，不能填报"],
    [2025, "remedies.litigation.total", "由系统推算，不能填报"],
  ])("in %i the code %j is refused", async (year, code, reason) => {
    for (const value of ["1", null]) {
      const { report, problems } = await save(office.clerk, input({ year, cells: [{ code, value }] }));
      expect(report).toBeNull();
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", "cells", "0", "code"] });
      expect(problems[0]?.message).toContain(reason);
    }
    expect(await current(year)).toBeNull();
  });

  it.each([
    ["half a pair", "\ud800"],
    ["the other half", "甲\udc00乙"],
  ])("a text with %s is refused", async (_name, body) => {
    const refused = await save(office.clerk, input({ sections: [{ key: "OVERVIEW", body }] }));
    expect([refused.report, complaints(refused)]).toEqual([null, ["INVALID_INPUT input.sections.0.body"]]);
    expect(await current()).toBeNull();
  });

  it("a text may have 50,000 characters and no more", async () => {
    const long = "字".repeat(50_000);
    const report = await saved(office.clerk, input({ sections: [{ key: "OVERVIEW", body: long }] }));
    expect(report.sections[1]?.body).toBe(long);
    const refused = await save(
      office.clerk,
      input({ sections: [{ key: "OVERVIEW", body: `${long}字` }], expectedRevision: 1 }),
    );
    expect(complaints(refused)).toEqual(["INVALID_INPUT input.sections.0.body"]);
    expect((await current())?.revision).toBe(1);
  });

  it("a value that is no decimal at all, and a control character in one, are no input to this API", async () => {
    for (const value of [true, {}, ["1"], "1\u0000", "1".repeat(41)]) {
      const answer = await office.clerk.query(SAVE, {
        input: input({ cells: cells({ [LICENCES]: value }) }),
      });
      expect([answer.data, faults(answer)]).toEqual([undefined, ["BAD_USER_INPUT"]]);
    }
    expect(await current()).toBeNull();
  });

  it.each(["2026-02-30", "20260120", "2026-1-2", "", "2026-01-20T00:00:00Z"])(
    "%j is no date of signature",
    async (signedOn) => {
      const answer = await office.clerk.query(SAVE, { input: input({ signedOn }) });
      expect(faults(answer)).toEqual(["BAD_USER_INPUT"]);
      expect(await current()).toBeNull();
    },
  );
});

describe("all or nothing", () => {
  it("several problems at once, each with its place", async () => {
    const before = await put({ [LICENCES]: "5" }, { signedOn: "2026-01-20" });
    const refused = await save(office.clerk, {
      ...input({ expectedRevision: 1, signedOn: null }),
      cells: [
        { code: PENALTIES, value: "6" },
        { code: "no.such.cell", value: "1" },
        { code: LICENCES, value: "-1" },
        { code: FEES, value: "1.1234567" },
        { code: "rates.disclosed", value: "1" },
        { code: PENALTIES, value: "7" },
        { code: "proactive.regulations.made", value: "1" },
        { code: GRANTED, value: "2147483648" },
        { code: "proactive.coercions.decisions", value: "8" },
      ],
      sections: [
        { key: "OVERVIEW", body: "新" },
        { key: "PROBLEMS", body: "\udc01" },
        { key: "OVERVIEW", body: "又" },
      ],
    });
    expect(refused.report).toBeNull();
    expect(complaints(refused)).toEqual([
      "INVALID_INPUT input.cells.1.code",
      "INVALID_INPUT input.cells.2.value",
      "INVALID_INPUT input.cells.3.value",
      "INVALID_INPUT input.cells.4.code",
      "INVALID_INPUT input.cells.5.code",
      "INVALID_INPUT input.cells.6.code",
      "INVALID_INPUT input.cells.7.value",
      "INVALID_INPUT input.sections.1.body",
      "INVALID_INPUT input.sections.2.key",
    ]);
    expect(await current()).toEqual(before);
  });

  it("the same cell twice is refused even with the same value, or null", async () => {
    for (const value of ["1", null]) {
      const twice = [
        { code: LICENCES, value: "1" },
        { code: LICENCES, value },
      ];
      const refused = await save(office.clerk, input({ cells: twice }));
      expect(complaints(refused)).toEqual(["INVALID_INPUT input.cells.1.code"]);
      expect(refused.problems[0]?.message).toBe("同一指标给了两次");
    }
    expect(await current()).toBeNull();
  });

  it("messages are in English where that is asked for", async () => {
    const answer = await office.clerk.query(
      SAVE,
      { input: input({ cells: cells({ [LICENCES]: "-1" }) }) },
      { "accept-language": "en" },
    );
    expect(fieldOf<{ problems: { message: string }[] }>(answer).problems[0]?.message).toBe(
      "Table 2 · licences · decisions this year: must not be negative",
    );
  });
});

describe("the optimistic lock", () => {
  it("a stale revision is told with the current one", async () => {
    await put({ [LICENCES]: "5" });
    const before = await put({ [LICENCES]: "6" }, { expectedRevision: 1 });
    for (const expectedRevision of [1, 3, 0, -1, 2147483647]) {
      const refused = await save(
        office.clerk,
        input({ cells: cells({ [LICENCES]: "7" }), expectedRevision }),
      );
      expect(refused).toEqual({
        report: null,
        problems: [
          {
            __typename: "StaleRevision",
            code: "STALE_REVISION",
            message: "该记录已被他人修改（现为第 2 次修订），请刷新后重试",
            path: ["input", "expectedRevision"],
            currentRevision: 2,
          },
        ],
      });
    }
    expect(await current()).toEqual(before);
  });

  it("without one, a report that exists is ALREADY_EXISTS", async () => {
    const before = await put({ [LICENCES]: "5" });
    for (const more of [{}, { expectedRevision: null }]) {
      const refused = await save(office.clerk, input({ cells: cells({ [LICENCES]: "7" }), ...more }));
      expect([refused.report, complaints(refused)]).toEqual([
        null,
        ["ALREADY_EXISTS input.expectedRevision"],
      ]);
    }
    expect(await current()).toEqual(before);
  });

  it("a revision of a report that is not there is stale", async () => {
    const refused = await save(office.clerk, input({ expectedRevision: 1 }));
    expect(refused.problems).toMatchObject([{ code: "STALE_REVISION", currentRevision: 0 }]);
    expect(await current()).toBeNull();
  });
});

describe("reading cells", () => {
  it("by code, in the order asked, derived ones too", async () => {
    await put({ [GRANTED]: "3", "requests.denied.process.naturalPerson": "1", [FEES]: "0.5" });
    const codes = [FEES, "rates.disclosed", "requests.denied.total.naturalPerson", GRANTED, LICENCES];
    const { report } = fieldOf<{ report: Report }>(await cellsOf(codes));
    expect(report.cells.map(({ indicator, value }) => [indicator.code, value])).toEqual([
      [FEES, "0.5"],
      ["rates.disclosed", "0.75"],
      ["requests.denied.total.naturalPerson", "1"],
      [GRANTED, "3"],
      [LICENCES, null],
    ]);
  });

  it("of the other form are null", async () => {
    await put({ [LICENCES]: "1" });
    const { report } = fieldOf<{ report: Report }>(await cellsOf(["proactive.regulations.made"]));
    expect(report.cells.map(({ value }) => value)).toEqual([null]);
  });

  it("an empty list asks for none", async () => {
    await put({ [LICENCES]: "1" });
    expect(fieldOf<{ report: Report }>(await cellsOf([])).report.cells).toEqual([]);
  });

  it("an unknown code is BAD_USER_INPUT, and names its place", async () => {
    await put({ [LICENCES]: "1" });
    const { data, errors } = await cellsOf([LICENCES, "requests.granted.nobody"]);
    expect(data).toEqual({ unit: { report: null } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining("没有指标 requests.granted.nobody，相近的有") as string,
      extensions: { code: "BAD_USER_INPUT", argument: ["codes", "1"] },
    });
  });

  it.each([
    [2025, 200],
    [2020, 198],
  ])("the typed tables of %i say what its %i cells say", async (year, count) => {
    const form = year >= 2021 ? "2021" : "2019";
    const formats = fieldOf<{ code: string; indicators: { code: string }[] }[]>(
      await sent("{ reportFormats { code indicators { code } } }"),
    );
    const codes = formats.find(({ code }) => code === form)?.indicators.map(({ code }) => code) ?? [];
    const entered = codes.filter((code) => !/\.total(\.|$)/.test(code));
    const report = await put(Object.fromEntries(entered.map((code, i) => [code, `${i + 1}`])), { year });
    expect(codes).toHaveLength(count);
    expect(report.cells.map(({ indicator }) => indicator.code)).toEqual(codes);

    const answer = await sent(
      `{ unit(code: "${office.code}") { report(year: ${year}) { ${selectionOf(codes)} } } }`,
    );
    const tables = fieldOf<{ report: object }>(answer).report;
    for (const { indicator, value } of report.cells) {
      const typed = indicator.code.split(".").reduce((node: any, name) => node[name], tables);
      expect([indicator.code, typed === null ? null : String(typed)]).toEqual([indicator.code, value]);
    }
    expect(new Set(report.cells.map(({ value }) => value)).has(null)).toBe(false);
  });

  it("a row that the form lacks is there, with nulls", async () => {
    await put({ [LICENCES]: "1" });
    const answer = await sent(`{ unit(code: "${office.code}") { report(year: 2025) {
      proactive { regulations { made } procurement { projects amount } } requests { other { undivided { total } } } } } }`);
    expect(fieldOf<{ report: object }>(answer).report).toEqual({
      proactive: { regulations: { made: null }, procurement: { projects: null, amount: null } },
      requests: { other: { undivided: { total: null } } },
    });
  });

  it("the year before's report is not touched by this year's", async () => {
    const last = await saved(office.clerk, wholeReport(office, 2024, { [LICENCES]: "9" }));
    await put({ [LICENCES]: "1" });
    expect(await current(2024)).toEqual(last);
  });
});

interface Tree {
  [name: string]: Tree;
}

/** The codes of cells as a selection of the typed tables: their paths are the codes. */
function selectionOf(codes: readonly string[]): string {
  const root: Tree = {};
  for (const code of codes) code.split(".").reduce((node, name) => (node[name] ??= {}), root);
  const print = (tree: Tree): string =>
    Object.entries(tree)
      .map(([name, below]) => (Object.keys(below).length > 0 ? `${name} { ${print(below)} }` : name))
      .join(" ");
  return print(root);
}
