import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { answered, ask, enrol, lines, plantCases } from "./planted-cases.js";

let app: TestApp;
let analyst: Client;

const TOWN = { scope: { under: "371003104" } };
const COUNT = { name: "n", function: "COUNT" };
const SET = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;

const set = async (key: string, value: unknown): Promise<void> => {
  const input = { unitCode: "371003", key, value };
  const { data } = await app.as("officer.371003").query(SET, { input });
  expect(data.changeSetting.problems).toEqual([]);
};

beforeAll(async () => {
  app = await startTestApp();
  analyst = app.as("analyst.371003");
  await set("analytics.protection", "SUPPRESSED");
  const decided = { on: "2025-01-02", decided: "2025-02-10" };
  await plantCases(app, "371003104", {
    requests: [
      { ...decided, outcome: "GRANTED", days: 10, times: 10 },
      { ...decided, outcome: "DENIED_PROCESS", days: 20, times: 5 },
      { ...decided, outcome: "REFUSED_PETITION", days: 5, times: 2 },
      { ...decided, outcome: "REFUSED_REPEAT", days: 1, times: 4 },
    ],
    remedies: [
      { on: "2025-03-01", concluded: "2025-04-01", ruling: "UPHELD", times: 2 },
      { on: "2025-03-01", concluded: "2025-04-01", ruling: "CORRECTED", times: 6 },
    ],
    disclosures: [{ on: "2025-01-05" }],
    proposals: [{ on: "2025-02-01" }],
  });
  await plantCases(app, "371003102", { requests: [{ ...decided, on: "2024-03-01", times: 2 }] });
});
afterAll(() => app.close());

const byOutcome = { ...TOWN, groupBy: ["OUTCOME"], totals: true };

describe("cells of few requests", () => {
  it("are hidden, and the next smallest with them, so that the total does not give them away", async () => {
    const answer = await answered(analyst, "request", { ...byOutcome, measures: [COUNT] });
    expect(lines(answer)).toEqual([
      "GRANTED: 10",
      "DENIED_PROCESS: 5",
      "REFUSED_PETITION: ",
      "REFUSED_REPEAT: ",
    ]);
    expect(answer.totals.values).toEqual([21]);
    expect(answer.coverage).toMatchObject({
      groups: 4,
      suppressed: 2,
      threshold: 3,
      protection: "少于 3 件的单元格，以及会使其可以从同一答案推算出来的单元格，不显示",
    });
  });

  it("are hidden in averages and shares, too; what is no sum hides nothing besides", async () => {
    const answer = await answered(analyst, "request", {
      ...byOutcome,
      measures: [
        { name: "median", function: "MEDIAN", field: "WORKING_DAYS" },
        { name: "share", function: "SHARE" },
      ],
    });
    expect(answer.rows.map((row: any) => [...row.values, row.numerators[1], row.denominators[1]])).toEqual([
      [10, 10 / 21, 10, 21],
      [20, 5 / 21, 5, 21],
      [null, null, null, null],
      [1, null, null, null],
    ]);
    expect(answer.coverage.suppressed).toBe(3);
  });

  it("a ratio is hidden where few are counted in it, and where few are not; none is shown", async () => {
    const ratioOf = (name: string, outcomes: string[]) => ({ name, function: "RATIO", where: { outcomes } });
    const answer = await answered(analyst, "request", {
      ...TOWN,
      groupBy: [],
      measures: [
        ratioOf("petitions", ["REFUSED_PETITION"]),
        ratioOf("publications", ["REFUSED_PUBLICATION"]),
        ratioOf("processes", ["DENIED_PROCESS"]),
      ],
    });
    expect(answer.rows[0]).toMatchObject({
      values: [null, 0, 5 / 21],
      numerators: [null, 0, 5],
      denominators: [null, 21, 21],
    });
    const others = ratioOf("others", ["GRANTED", "DENIED_PROCESS", "REFUSED_REPEAT"]);
    const alone = await answered(analyst, "request", { ...TOWN, groupBy: [], measures: [others] });
    expect(alone.rows[0]).toMatchObject({ values: [null], numerators: [null], denominators: [null] });
  });

  it("are not to be had from differently filtered measures of one answer", async () => {
    const having = (name: string, outcomes: string[]) => ({ name, function: "COUNT", where: { outcomes } });
    const answer = await answered(analyst, "request", {
      ...TOWN,
      groupBy: [],
      measures: [
        COUNT,
        having("granted", ["GRANTED"]),
        having("denied", ["DENIED_PROCESS"]),
        having("repeated", ["REFUSED_REPEAT"]),
      ],
    });
    // 21 - 10 - 5 - 4 would be the two petitions.
    expect(answer.rows[0].values).toEqual([21, 10, 5, null]);
  });

  it("do not show by conditions, order or the top", async () => {
    const question = { ...byOutcome, measures: [COUNT] };
    const few = await answered(analyst, "request", { ...question, having: [{ measure: "n", atMost: 4 }] });
    expect(few.rows).toEqual([]);
    const ordered = await answered(analyst, "request", {
      ...question,
      orderBy: { measure: "n", direction: "ASC" },
    });
    expect(lines(ordered)).toEqual([
      "DENIED_PROCESS: 5",
      "GRANTED: 10",
      "REFUSED_PETITION: ",
      "REFUSED_REPEAT: ",
    ]);
  });

  it("the total goes where nothing else can be hidden", async () => {
    const answer = await answered(analyst, "request", {
      scope: { under: "371003102" },
      groupBy: ["OUTCOME"],
      measures: [COUNT, { name: "share", function: "SHARE" }],
      totals: true,
    });
    expect(answer.rows).toMatchObject([{ values: [null, null], denominators: [null, null] }]);
    expect(answer.totals.values).toEqual([null, null]);
    expect(answer.coverage.suppressed).toBe(4);
  });

  it("a change to a year of few is hidden", async () => {
    const answer = await answered(analyst, "request", {
      scope: { under: "371003" },
      groupBy: ["YEAR"],
      measures: [{ name: "change", function: "CHANGE" }],
    });
    expect(answer.rows.map((row: any) => [row.values[0], row.numerators[0]])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("cases of review and suits are protected alike; disclosures and proposals tell of nobody", async () => {
    const remedies = await answered(analyst, "remedy", { ...TOWN, groupBy: ["RULING"], measures: [COUNT] });
    expect(lines(remedies)).toEqual(["UPHELD: ", "CORRECTED: "]);
    for (const ledger of ["disclosure", "proposal"] as const) {
      const answer = await answered(analyst, ledger, { ...TOWN, groupBy: [], measures: [COUNT] });
      expect(answer.rows[0].values).toEqual([1]);
      expect(answer.coverage.threshold).toBeNull();
    }
  });
});

describe("who is protected from", () => {
  const question = { ...byOutcome, measures: [COUNT] };

  it.each(["clerk.371003104", "reviewer.371003104", "officer.371003"])("not %s", async (login) => {
    const answer = await answered(app.as(login), "request", question);
    expect(answer.rows.map((row: any) => row.values[0])).toEqual([10, 5, 2, 4]);
    expect(answer.coverage).toMatchObject({ suppressed: 0, threshold: null, notes: [] });
  });

  it("an analyst who is clerk of one of the units asked about", async () => {
    const both = await enrol(app, "both.371003", [
      { unitCode: "371003", role: "ANALYST" },
      { unitCode: "371003104", role: "CLERK" },
    ]);
    expect((await answered(both, "request", question)).coverage.threshold).toBeNull();
    const wider = await answered(both, "request", { ...question, scope: { under: "371003" } });
    expect(wider.coverage.threshold).toBe(3);
  });

  it("as the district decides", async () => {
    await set("analytics.threshold", 6);
    const more = await answered(analyst, "request", question);
    expect(more.rows.map((row: any) => row.values[0])).toEqual([10, null, null, null]);
    expect(more.coverage).toMatchObject({ suppressed: 3, threshold: 6 });
    await set("analytics.threshold", 1);
    expect((await answered(analyst, "request", question)).coverage.suppressed).toBe(0);
    await set("analytics.threshold", null);
  });
});

describe("one district's answer and another's rows", () => {
  it("have nothing to do with each other, byte for byte", async () => {
    const everything = async (): Promise<string> => {
      const scope = { under: "371003" };
      const question = {
        scope,
        groupBy: ["UNIT", "YEAR"],
        measures: [COUNT, { name: "s", function: "SHARE" }],
        totals: true,
      };
      const answers = [];
      for (const ledger of ["request", "disclosure", "remedy", "proposal"] as const)
        answers.push((await ask(analyst, ledger, question)).data);
      return JSON.stringify(answers);
    };
    const before = await everything();
    expect(before).toContain("371003104");
    await plantCases(app, "371002001", {
      requests: [{ on: "2025-01-02", times: 40 }],
      remedies: [{ on: "2025-01-02", times: 4 }],
      disclosures: [{ on: "2025-01-02", items: 5, category: "政策文件" }],
      proposals: [{ on: "2025-01-02", times: 4 }],
      catalogue: { 别的类别: ["政策文件"] },
    });
    expect(await everything()).toBe(before);
  });
});
