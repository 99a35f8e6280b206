import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { answered, ask, enrol, lines, plantCases, refusal } from "./planted-cases.js";

let app: TestApp;
let officer: Client;
let city: Client;

const DISTRICT = { scope: { under: "371003" } };
const COUNT = { name: "n", function: "COUNT" };

beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
  city = await enrol(app, "reader.3710", [{ unitCode: "3710", role: "CASE_READER" }]);
  await plantCases(app, "371003104", {
    requests: [
      // 泽库镇: refusals by reason and quarter
      { on: "2024-11-20", decided: "2025-01-10", outcome: "REFUSED_PETITION", days: 10, times: 5 },
      { on: "2025-02-01", decided: "2025-02-20", outcome: "REFUSED_REPEAT", days: 12, times: 3 },
      { on: "2025-03-01", decided: "2025-04-02", outcome: "REFUSED_PETITION", days: 20, times: 4 },
      { on: "2025-05-01", decided: "2025-05-30", outcome: "GRANTED", article: "§36(2)", days: 15, times: 6 },
      { on: "2025-06-01", times: 3 },
      { on: "2025-06-02", registered: true, times: 9 },
    ],
    remedies: [
      { on: "2025-01-01", concluded: "2025-03-02", ruling: "CORRECTED", times: 3 },
      { on: "2025-01-01", concluded: "2025-01-31", ruling: "UPHELD", times: 4 },
      { on: "2025-02-01", route: "LITIGATION_DIRECT", times: 5 },
    ],
    disclosures: [
      { on: "2025-01-05", items: 876, channels: 2, category: "财政数据" },
      { on: "2025-02-05", items: 35, channels: 1, category: "财政信息" },
      { on: "2024-02-05", items: 24, channels: 3 },
      { on: "2025-03-05", items: 99, status: "DRAFT" },
      { on: "2025-03-06", items: 98, status: "WITHDRAWN" },
    ],
    catalogue: { 财政信息: ["财政数据"] },
    proposals: [
      { on: "2025-02-01", answered: "2025-03-01", resultClass: "A", satisfaction: "SATISFIED", times: 2 },
      { on: "2025-02-01", answered: "2025-04-01", resultClass: "B", satisfaction: "FAIRLY_SATISFIED" },
      { on: "2025-02-01", role: "CO_ORGANIZER" },
    ],
  });
  await plantCases(app, "371003102", {
    requests: [
      { on: "2025-01-15", decided: "2025-02-15", outcome: "REFUSED_PETITION", days: 30, times: 4 },
      { on: "2025-01-15", kind: "ENTERPRISE", channel: "ONLINE", decided: "2025-02-15", days: 1, times: 6 },
    ],
  });
  // A street is no town, and the neighbouring district has its own.
  await plantCases(app, "371003003", {
    requests: [{ on: "2025-01-15", decided: "2025-02-15", outcome: "REFUSED_REPEAT", days: 7, times: 8 }],
  });
  await plantCases(app, "371002001", {
    requests: [
      { on: "2025-01-15", decided: "2025-01-25", outcome: "REFUSED_PETITION", days: 6, times: 4 },
      { on: "2025-01-15", decided: "2025-01-30", days: 9, times: 3 },
    ],
  });
});
afterAll(() => app.close());

describe("the questions of analysts, one query each", () => {
  it("refusals by reason and quarter for all towns", async () => {
    const answer = await answered(officer, "request", {
      scope: { under: "371003", kinds: ["TOWN"] },
      dateBasis: "DECIDED",
      where: { outcomeGroups: ["REFUSED"], years: [2025] },
      groupBy: ["OUTCOME", "QUARTER"],
      measures: [COUNT],
      totals: true,
    });
    expect(lines(answer)).toEqual([
      ...["9", "4", "0", "0"].map((n, i) => `REFUSED_PETITION / 2025-Q${i + 1}: ${n}`),
      ...["3", "0", "0", "0"].map((n, i) => `REFUSED_REPEAT / 2025-Q${i + 1}: ${n}`),
    ]);
    expect(answer.rows[0].labels).toEqual(["信访举报投诉类申请", "2025年第1季度"]);
    expect(answer.totals).toEqual({
      keys: [null, null],
      labels: ["合计", "合计"],
      values: [16],
      states: ["VALUE"],
      numerators: [null],
      denominators: [null],
    });
    expect(answer.dimensions).toEqual([
      { key: "OUTCOME", label: "办理结果" },
      { key: "QUARTER", label: "季度" },
    ]);
    expect(answer.measures).toEqual([{ name: "n", label: "申请数量", unit: "件", formula: "申请逐条计数" }]);
    expect(answer.coverage).toEqual({
      units: 12,
      groups: 8,
      suppressed: 0,
      threshold: null,
      protection: null,
      notes: [],
      asOf: "2026-01-20T01:00:00.000Z",
    });
  });

  it("the share of petitions among requests by applicant kind over five years", async () => {
    const answer = await answered(officer, "request", {
      ...DISTRICT,
      where: { years: [2021, 2022, 2023, 2024, 2025] },
      groupBy: ["APPLICANT_KIND", "YEAR"],
      measures: [
        { name: "petitions", function: "RATIO", where: { outcomes: ["REFUSED_PETITION"] } },
        {
          name: "ofDecided",
          function: "RATIO",
          where: { outcomes: ["REFUSED_PETITION"] },
          of: { undecided: false },
        },
      ],
      totals: true,
    });
    const counted = answer.rows.filter(({ denominators }: any) => denominators[0] > 0);
    expect([answer.rows.length, counted.length]).toEqual([10, 3]);
    expect(counted.map((row: any) => [row.keys, row.numerators, row.denominators])).toEqual([
      [
        ["NATURAL_PERSON", "2024"],
        [5, 5],
        [5, 5],
      ],
      [
        ["NATURAL_PERSON", "2025"],
        [8, 8],
        [28, 25],
      ],
      [
        ["ENTERPRISE", "2025"],
        [0, 0],
        [6, 6],
      ],
    ]);
    expect(counted.map((row: any) => row.values)).toEqual([
      [1, 1],
      [8 / 28, 8 / 25],
      [0, 0],
    ]);
    expect(answer.totals.values).toEqual([13 / 39, 13 / 36]);
  });

  it("the median days to decide by district", async () => {
    const answer = await answered(city, "request", {
      scope: { under: "3710" },
      dateBasis: "DECIDED",
      where: { years: [2025] },
      groupBy: ["DISTRICT"],
      measures: [
        { name: "median", function: "MEDIAN", field: "WORKING_DAYS" },
        { name: "p90", function: "PERCENTILE", field: "WORKING_DAYS", percentile: 0.9 },
        { name: "decided", function: "COUNT" },
      ],
      totals: true,
    });
    // 1×6 7×8 10×5 12×3 15×6 20×4 30×4 of 36, and 6×4 9×3 of 7
    expect(answer.rows.map((row: any) => [row.labels, row.values])).toEqual([
      [["威海市环翠区人民政府"], [6, 9, 7]],
      [["威海市文登区人民政府"], [10, 30, 36]],
    ]);
    expect(answer.totals.values).toEqual([10, 20, 43]);
    expect(answer.measures[0]).toMatchObject({ unit: "个工作日", label: "办结所用工作日中位数" });
  });
});

describe("dimensions and measures", () => {
  it("every function over the cases themselves", async () => {
    const field = "WORKING_DAYS";
    const answer = await answered(officer, "request", {
      scope: { under: "371003", units: ["371003102", "371003104"] },
      groupBy: ["UNIT"],
      measures: [
        COUNT,
        ...["SUM", "MEAN", "MEDIAN", "MIN", "MAX"].map((name) => ({ name, function: name, field })),
        { name: "reasons", function: "DISTINCT", field: "OUTCOME" },
        { name: "share", function: "SHARE" },
        { name: "decidedShare", function: "SHARE", where: { undecided: false } },
      ],
      totals: true,
    });
    expect(answer.rows.map((row: any) => [row.keys[0], row.values])).toEqual([
      ["371003102", [10, 126, 12.6, 1, 1, 30, 2, 10 / 31, 10 / 28]],
      ["371003104", [21, 256, 256 / 18, 15, 10, 20, 3, 21 / 31, 18 / 28]],
    ]);
    expect(answer.totals.values).toEqual([31, 382, 382 / 28, 13.5, 1, 30, 3, 1, 1]);
    expect(answer.coverage).toMatchObject({ units: 2, groups: 2 });
  });

  it("the change to the year before, quarter by quarter and year by year", async () => {
    const measures = [{ name: "change", function: "CHANGE" }];
    const years = await answered(officer, "request", {
      ...DISTRICT,
      groupBy: ["YEAR"],
      measures,
      totals: true,
    });
    expect(years.rows).toMatchObject([
      { keys: ["2024"], values: [null], numerators: [5], denominators: [null] },
      { keys: ["2025"], values: [34 / 5 - 1], numerators: [34], denominators: [5] },
    ]);
    expect(years.totals).toMatchObject({ values: [null], numerators: [null], denominators: [null] });
    const quarters = await answered(officer, "request", {
      ...DISTRICT,
      groupBy: ["YEAR", "QUARTER"],
      measures,
    });
    expect(lines(quarters)).toEqual(["2024 / 2024-Q4: ", "2025 / 2025-Q1: ", "2025 / 2025-Q2: "]);
  });

  it("groups by group of outcomes, article, channel, state and month", async () => {
    const by = async (...groupBy: string[]) =>
      lines(await answered(officer, "request", { ...DISTRICT, groupBy, measures: [COUNT] }));
    expect(await by("OUTCOME_GROUP")).toEqual(["GRANTED: 12", "REFUSED: 24", ": 3"]);
    expect(await by("ARTICLE")).toEqual(["§36(2): 6", ": 33"]);
    expect(await by("RECEIPT_CHANNEL")).toEqual(["IN_PERSON: 33", "ONLINE: 6"]);
    expect(await by("STATE")).toEqual(["IN_PROGRESS: 3", "SERVED: 36"]);
    expect(await by("UNIT_KIND", "CITY", "PROVINCE")).toEqual([
      "SUBDISTRICT / 3710 / 37: 8",
      "TOWN / 3710 / 37: 31",
    ]);
    expect(await by("MONTH")).toEqual([
      "2024-11: 5",
      "2024-12: 0",
      "2025-01: 18",
      "2025-02: 3",
      "2025-03: 4",
      "2025-04: 0",
      "2025-05: 6",
      "2025-06: 3",
    ]);
    expect(await by()).toEqual([": 39"]);
  });

  it("keeps by having, orders, and takes the top, with nulls last and totals over all", async () => {
    const answer = await answered(officer, "request", {
      ...DISTRICT,
      groupBy: ["UNIT", "OUTCOME"],
      measures: [COUNT, { name: "days", function: "MEAN", field: "WORKING_DAYS" }],
      having: [{ measure: "n", atLeast: 4 }],
      orderBy: { measure: "days" },
      top: 3,
      totals: true,
    });
    expect(lines(answer)).toEqual([
      "371003102 / REFUSED_PETITION: 4 30",
      "371003104 / GRANTED: 6 15",
      `371003104 / REFUSED_PETITION: 9 ${130 / 9}`,
    ]);
    expect(answer.totals.values[0]).toBe(39);
    expect(answer.coverage.groups).toBe(7);
    const byDays = {
      ...DISTRICT,
      groupBy: ["OUTCOME"],
      measures: [{ name: "days", function: "MIN", field: "WORKING_DAYS" }],
    };
    const first = { measure: "days", direction: "ASC" };
    expect(lines(await answered(officer, "request", { ...byDays, orderBy: first })).at(-1)).toBe(": ");
    const last = { dimension: "OUTCOME", direction: "DESC" };
    expect(
      lines(await answered(officer, "request", { ...byDays, orderBy: last })).map(
        (line) => line.split(":")[0],
      ),
    ).toEqual(["REFUSED_REPEAT", "REFUSED_PETITION", "GRANTED", ""]);
  });
});

describe("the other ledgers", () => {
  it("what was disclosed: a record counts in each of its channels, once in the total; categories by the catalogue", async () => {
    const items = { name: "items", function: "SUM", field: "ITEMS" };
    const byChannel = await answered(officer, "disclosure", {
      ...DISTRICT,
      groupBy: ["CHANNEL"],
      measures: [items, { name: "share", function: "SHARE", field: "ITEMS" }, COUNT],
      totals: true,
    });
    expect(byChannel.rows.map((row: any) => [row.labels[0], ...row.values])).toEqual([
      ["政府网站", 59, 59 / 935, 2],
      ["微信公众号", 900, 900 / 935, 2],
    ]);
    expect(byChannel.totals.values).toEqual([935, 1, 3]);
    const byCategory = await answered(officer, "disclosure", {
      ...DISTRICT,
      groupBy: ["CATEGORY", "YEAR"],
      measures: [items],
      where: { channels: ["WEBSITE", "WECHAT"] },
    });
    expect(lines(byCategory).sort()).toEqual([
      ...["政策文件 / 2024: 24", "政策文件 / 2025: 0", "财政信息 / 2024: 0", "财政信息 / 2025: 911"],
    ]);
  });

  it("remedies by route and ruling, and how long they took", async () => {
    const answer = await answered(officer, "remedy", {
      ...DISTRICT,
      groupBy: ["ROUTE", "RULING"],
      measures: [COUNT, { name: "days", function: "MEDIAN", field: "DAYS" }],
    });
    expect(lines(answer)).toEqual([
      "REVIEW / UPHELD: 4 30",
      "REVIEW / CORRECTED: 3 60",
      "LITIGATION_DIRECT / : 5 ",
    ]);
    expect(answer.rows[2].labels).toEqual(["未经复议直接起诉", "（尚未审结）"]);
  });

  it("proposals by class and satisfaction, and how long the answers took", async () => {
    const answer = await answered(officer, "proposal", {
      ...DISTRICT,
      dateBasis: "ANSWERED",
      where: { roles: ["LEAD"] },
      groupBy: ["RESULT_CLASS", "SATISFACTION", "MONTH"],
      measures: [
        { name: "days", function: "MAX", field: "DAYS" },
        { name: "share", function: "SHARE" },
      ],
    });
    expect(lines(answer)).toEqual([
      `A / SATISFIED / 2025-03: 28 ${2 / 3}`,
      "A / SATISFIED / 2025-04:  0",
      "B / FAIRLY_SATISFIED / 2025-03:  0",
      `B / FAIRLY_SATISFIED / 2025-04: 59 ${1 / 3}`,
    ]);
  });
});

describe("who may ask", () => {
  const question = { groupBy: ["UNIT"], measures: [COUNT] };

  it("a clerk about the own unit only", async () => {
    const clerk = app.as("clerk.371003104");
    expect(lines(await answered(clerk, "request", { scope: { under: "371003104" }, ...question }))).toEqual([
      "371003104: 21",
    ]);
    expect(await refusal(clerk, "request", { scope: { under: "371003003" }, ...question })).toBe(
      "NOT_FOUND input.scope.under",
    );
    expect(await refusal(clerk, "request", { scope: { under: "371003" }, ...question })).toBe(
      "NOT_FOUND input.scope.under",
    );
  });

  it("an analyst about the own district only, also by naming another's unit", async () => {
    const analyst = app.as("analyst.371003");
    for (const under of ["371002", "3710", "999999", "x'"])
      expect(await refusal(analyst, "request", { scope: { under }, ...question })).toBe(
        "NOT_FOUND input.scope.under",
      );
    const units = ["371003104", "371002001"];
    expect(await refusal(analyst, "request", { scope: { under: "371003", units }, ...question })).toBe(
      "NOT_FOUND input.scope.units.1",
    );
  });

  it("an administrator of users not at all, nor a stranger", async () => {
    expect(
      await refusal(app.as("admin.371003"), "remedy", { ...DISTRICT, groupBy: [], measures: [COUNT] }),
    ).toBe("FORBIDDEN input.scope.under");
    const { errors } = await ask(app.anonymous, "proposal", { ...DISTRICT, groupBy: [], measures: [COUNT] });
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });

  it("somebody who is a clerk of a government sees that unit's own alone", async () => {
    const clerk = await enrol(app, "clerk.government", [{ unitCode: "371003", role: "CLERK" }]);
    const answer = await answered(clerk, "request", { ...DISTRICT, ...question, totals: true });
    expect(answer.rows).toEqual([]);
    expect(answer.coverage).toMatchObject({ units: 1, groups: 0 });
  });
});

describe("what cannot be answered is refused with its place", () => {
  const days = (more: object) => ({ name: "d", function: "SUM", field: "WORKING_DAYS", ...more });
  const refused: [what: string, input: object, at: string][] = [
    ["a dimension twice", { groupBy: ["UNIT", "YEAR", "UNIT"] }, "groupBy.2"],
    ["five dimensions", { groupBy: ["UNIT", "YEAR", "MONTH", "QUARTER", "OUTCOME"] }, "groupBy"],
    ["no measure", { measures: [] }, "measures"],
    [
      "eleven measures",
      { measures: Array.from({ length: 11 }, (_, i) => ({ ...COUNT, name: `n${i}` })) },
      "measures",
    ],
    ["two measures of one name", { measures: [COUNT, COUNT] }, "measures.1.name"],
    ["a name of two lines", { measures: [{ ...COUNT, name: "a\nb" }] }, "measures.0.name"],
    ["a count of a field", { measures: [days({ function: "COUNT" })] }, "measures.0.field"],
    ["a sum of nothing", { measures: [{ name: "s", function: "SUM" }] }, "measures.0.field"],
    [
      "a measure on a label",
      { measures: [COUNT, days({ function: "MEDIAN", field: "ARTICLE" })] },
      "measures.1.field",
    ],
    [
      "a percentile of 1.5",
      { measures: [days({ function: "PERCENTILE", percentile: 1.5 })] },
      "measures.0.percentile",
    ],
    ["a percentile of nothing", { measures: [days({ function: "PERCENTILE" })] }, "measures.0.percentile"],
    ["a percentile of a sum", { measures: [days({ percentile: 0.5 })] }, "measures.0.percentile"],
    ["a denominator of a count", { measures: [{ ...COUNT, of: {} }] }, "measures.0.of"],
    ["a change without years", { measures: [{ name: "c", function: "CHANGE" }] }, "measures.0.function"],
    ["a condition on no measure", { having: [{ measure: "m", atLeast: 1 }] }, "having.0.measure"],
    ["a condition without a number", { having: [{ measure: "n" }] }, "having.0"],
    ["an order by no measure", { orderBy: { measure: "m" } }, "orderBy.measure"],
    ["an order by a dimension not grouped by", { orderBy: { dimension: "YEAR" } }, "orderBy.dimension"],
    ["an order by both", { orderBy: { dimension: "OUTCOME", measure: "n" } }, "orderBy"],
    ["the top none", { top: 0 }, "top"],
    ["the top 1001", { top: 1001 }, "top"],
    ["a year of 12", { where: { years: [2025, 12] } }, "where.years.1"],
    [
      "a period that ends before it begins",
      { where: { decided: { from: "2025-02-01", to: "2025-01-01" } } },
      "where.decided",
    ],
    [
      "broken text",
      { measures: [{ ...COUNT, where: { articles: ["a\u0000"] } }] },
      "measures.0.where.articles.0",
    ],
    [
      "1001 units",
      { scope: { under: "371003", units: Array.from({ length: 1001 }, (_, i) => `37${i}`) } },
      "scope.units",
    ],
  ];
  it.each(refused)("%s", async (_what, input, at) => {
    const question = { ...DISTRICT, groupBy: ["OUTCOME"], measures: [COUNT], ...input };
    expect(await refusal(officer, "request", question)).toBe(`BAD_USER_INPUT input.${at}`);
  });

  const mistyped: [what: string, input: object, at: string][] = [
    ["a dimension that the data set lacks", { groupBy: ["CHANNEL"] }, "groupBy.0"],
    ["years that are text", { where: { years: "2025" } }, "where.years"],
    ["the top one and a half", { top: 1.5 }, "top"],
  ];
  it.each(mistyped)("%s", async (_what, input, at) => {
    const question = { ...DISTRICT, groupBy: [], measures: [COUNT], ...input };
    expect(await refusal(officer, "request", question)).toBe(`BAD_USER_INPUT input.${at}`);
  });

  it("more groups than anybody reads, naming the sides of the table", async () => {
    const months = Array.from(
      { length: 101 },
      (_, i) => `${1990 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-03`,
    );
    await plantCases(app, "371003110", {
      requests: months.map((on, i) => ({ on, decided: on, article: `第${i}条` })),
    });
    const input = { ...DISTRICT, where: { received: { to: "2000-01-01" } }, measures: [COUNT] };
    const { errors } = await ask(officer, "request", { ...input, groupBy: ["ARTICLE", "MONTH", "YEAR"] });
    expect(errors).toMatchObject([
      {
        message: "分组过多：ARTICLE 101 × MONTH+YEAR 101 = 10201，最多 10000，请缩小范围或减少维度",
        extensions: { code: "TOO_COMPLEX", limit: 10000 },
      },
    ]);
    expect((await answered(officer, "request", { ...input, groupBy: ["MONTH", "YEAR"] })).rows).toHaveLength(
      101,
    );
  });
});

describe("the same figures as elsewhere", () => {
  it("as the unit's activity over the year tells", async () => {
    const { data } =
      await officer.query(`{ unit(code: "371003104") { activity(from: "2025-01-01", to: "2025-12-31") {
      requests { received decided decidedOnTime medianWorkingDays }
      remedies { lodged pending } disclosures { total } proposals { assigned answered } } } }`);
    const { requests, remedies, disclosures, proposals } = data.unit.activity;
    const only = async (
      ledger: "request" | "remedy" | "disclosure" | "proposal",
      input: object,
    ): Promise<number[]> => {
      const question = { scope: { under: "371003104" }, where: { years: [2025] }, groupBy: [], ...input };
      return (await answered(officer, ledger, question)).rows[0].values;
    };
    expect(await only("request", { measures: [COUNT] })).toEqual([requests.received]);
    const measures = [
      COUNT,
      { name: "onTime", function: "COUNT", where: { onTime: true } },
      { name: "median", function: "MEDIAN", field: "WORKING_DAYS" },
    ];
    expect(await only("request", { dateBasis: "DECIDED", measures })).toEqual([
      requests.decided,
      requests.decidedOnTime,
      requests.medianWorkingDays,
    ]);
    const pending = { name: "pending", function: "COUNT", where: { pending: true } };
    expect(await only("remedy", { measures: [COUNT, pending] })).toEqual([remedies.lodged, remedies.pending]);
    const items = { name: "items", function: "SUM", field: "ITEMS" };
    expect(await only("disclosure", { measures: [items] })).toEqual([disclosures.total]);
    const answers = { name: "answered", function: "COUNT", where: { unanswered: false, roles: ["LEAD"] } };
    expect(await only("proposal", { measures: [COUNT, answers] })).toEqual([
      proposals.assigned,
      proposals.answered,
    ]);
  });
});

describe("how it is read", () => {
  it("by as many statements whatever the units and measures", async () => {
    const statements = async (under: string, measures: object[]): Promise<number> => {
      const question = { scope: { under }, groupBy: ["UNIT", "DISTRICT", "MONTH"], measures };
      await answered(city, "request", question);
      app.statements();
      await answered(city, "request", question);
      return app
        .statements()
        .filter((statement) => /information_requests|from units|settings/.test(statement)).length;
    };
    const median = { name: "m", function: "MEDIAN", field: "WORKING_DAYS" };
    const filtered = { ...median, name: "f", where: { outcomes: ["GRANTED"] } };
    const few = await statements("371003104", [median]);
    expect(await statements("3710", [median, filtered])).toBe(few);
    expect(few).toBeLessThanOrEqual(7);
  });
});
