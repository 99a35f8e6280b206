import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REQUEST_OUTCOMES } from "../../src/ledgers/requests/request.terms.js";
import { plantReport } from "../access/plant.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { answered, plantCases, type RequestCase } from "./planted-cases.js";

let app: TestApp;
let analyst: Client;
let officer: Client;

const TOWN = "371003104";
const OTHER = "371003102";
const COUNT = { name: "n", function: "COUNT" };
const OUTCOMES = Object.keys(REQUEST_OUTCOMES) as (keyof typeof REQUEST_OUTCOMES)[];

/** By outcome, month and channel: a few large, most of one or two. */
const cases = (ids: string): RequestCase[] =>
  OUTCOMES.slice(0, 14).flatMap((outcome, i) =>
    (["ONLINE", "IN_PERSON"] as const).map((channel, j): RequestCase => {
      const month = String(1 + ((i * 5 + j * 3) % 9)).padStart(2, "0");
      const day = { on: `2025-${month}-0${1 + (i % 9)}`, decided: `2025-${month}-20`, days: 3 + i };
      return { ...day, ids, outcome, channel, times: i < 3 ? 14 + i : j === 0 ? 1 + (i % 2) : 0 };
    }),
  );

beforeAll(async () => {
  app = await startTestApp();
  analyst = app.as("analyst.371003");
  officer = app.as("officer.371003");
  await plantCases(app, TOWN, { requests: cases("town"), remedies: [{ on: "2025-01-05", times: 2 }] });
  await plantCases(app, OTHER, {
    requests: [
      { ids: "other", on: "2025-03-03", kind: "ENTERPRISE", times: 2 },
      { ids: "other", on: "2024-03-03", times: 30 },
    ],
  });
});
afterAll(() => app.close());

const scope = { under: TOWN };
const figure = async (client: Client, input: object): Promise<number> => {
  const { rows } = await answered(client, "request", { scope, groupBy: [], measures: [COUNT], ...input });
  return rows[0].values[0];
};
const byKey = async (client: Client, groupBy: string[], input: object = {}): Promise<Map<string, number>> => {
  const { rows } = await answered(client, "request", { scope, groupBy, measures: [COUNT], ...input });
  return new Map(rows.map(({ keys, values }: any) => [keys.join(), values[0]]));
};
const set = async (key: string, value: unknown): Promise<void> => {
  const document = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;
  const input = { unitCode: "371003", key, value };
  expect((await officer.query(document, { input })).data.changeSetting.problems).toEqual([]);
};

describe("P1 counts of an analyst", () => {
  it("are near the truth, never 1 or 2, and 0 where there is nothing", async () => {
    for (const groupBy of [
      ["OUTCOME"],
      ["MONTH"],
      ["OUTCOME", "MONTH"],
      ["RECEIPT_CHANNEL", "OUTCOME"],
      [],
    ]) {
      const truth = await byKey(officer, groupBy);
      const told = await byKey(analyst, groupBy);
      for (const [key, n] of told) {
        const real = truth.get(key) ?? 0;
        expect([1, 2]).not.toContain(n);
        if (real === 0) expect(n).toBe(0);
        if (real > 9) expect(Math.abs(n - real)).toBeLessThanOrEqual(7);
      }
    }
  });

  it("are the same for the same records, however these are asked for", async () => {
    const byOutcome = await byKey(analyst, ["OUTCOME"]);
    const outcome = "GRANTED";
    const same = [
      figure(analyst, { where: { outcomes: [outcome] } }),
      figure(analyst, { measures: [{ ...COUNT, where: { outcomes: [outcome] } }] }),
      figure(analyst, { where: { outcomes: [outcome], years: [2025] } }),
      figure(analyst, { where: { outcomes: [outcome] }, scope: { under: "371003", units: [TOWN] } }),
      figure(analyst, { where: { outcomes: [outcome], received: { from: "2025-01-01", to: "2025-12-31" } } }),
      figure(analyst, { where: { outcomeGroups: ["GRANTED"] }, dateBasis: "DECIDED" }),
    ];
    for (const asked of same) expect(await asked).toBe(byOutcome.get(outcome));
    const quarters = await byKey(analyst, ["QUARTER"]);
    const spans = { "2025-Q1": ["01-01", "03-31"], "2025-Q2": ["04-01", "06-30"] };
    for (const [quarter, [from, to]] of Object.entries(spans))
      expect(await figure(analyst, { where: { received: { from: `2025-${from}`, to: `2025-${to}` } } })).toBe(
        quarters.get(quarter),
      );
    const { totals } = await answered(analyst, "request", {
      scope,
      groupBy: ["OUTCOME"],
      measures: [COUNT],
      totals: true,
    });
    expect(totals.values[0]).toBe(await figure(analyst, {}));
  });

  it("of several are the sum of each, so that no choice of many averages the noise away", async () => {
    const months = await byKey(analyst, ["MONTH"]);
    const sum = ["2025-02", "2025-03"].reduce((total, month) => total + (months.get(month) ?? 0), 0);
    expect(await figure(analyst, { where: { received: { from: "2025-02-01", to: "2025-03-31" } } })).toBe(
      sum,
    );
    const outcomes = await byKey(analyst, ["OUTCOME"]);
    const some = OUTCOMES.slice(0, 6);
    const told = some.reduce((total, outcome) => total + (outcomes.get(outcome) ?? 0), 0);
    expect(await figure(analyst, { where: { outcomes: some } })).toBe(told);
    const whole = await byKey(analyst, ["UNIT"], { scope: { under: "371003" } });
    const two = await figure(analyst, { scope: { under: "371003", units: [TOWN, OTHER] } });
    expect(two).toBe((whole.get(TOWN) ?? 0) + (whole.get(OTHER) ?? 0));
  });

  it("one answer less another tells no small cell: what all leaves of all but one is no better than a guess", async () => {
    const truth = await byKey(officer, ["OUTCOME"]);
    const few = [...truth].filter(([, n]) => n > 0 && n < 3);
    expect(few.length).toBeGreaterThan(5);
    const all = await figure(analyst, {});
    const right = [];
    for (const [outcome, n] of few) {
      const others = OUTCOMES.filter((one) => one !== outcome);
      const left = all - (await figure(analyst, { where: { outcomes: others } }));
      if (left === n) right.push(outcome);
    }
    expect(right.length).toBeLessThan(few.length / 3);
  });

  it("nor do rates times their base, means times counts, or how many different there are", async () => {
    const measures = [
      COUNT,
      { name: "rate", function: "RATIO", where: { receiptChannels: ["ONLINE"] } },
      { name: "share", function: "SHARE" },
      { name: "sum", function: "SUM", field: "WORKING_DAYS" },
      { name: "mean", function: "MEAN", field: "WORKING_DAYS" },
      { name: "max", function: "MAX", field: "WORKING_DAYS" },
      { name: "p", function: "PERCENTILE", field: "WORKING_DAYS", percentile: 0.99 },
      { name: "kinds", function: "DISTINCT", field: "OUTCOME" },
    ];
    const truth = await byKey(officer, ["OUTCOME"]);
    const { rows, coverage } = await answered(analyst, "request", { scope, groupBy: ["OUTCOME"], measures });
    for (const { keys, values, states, numerators, denominators } of rows) {
      for (const counted of [values[0], numerators[1], denominators[1], numerators[2], denominators[2]])
        expect([1, 2]).not.toContain(counted);
      expect(states[5]).toBe("WITHHELD");
      if ((truth.get(keys[0]) ?? 0) <= 9) {
        expect(states.slice(3, 7)).toEqual(["WITHHELD", "WITHHELD", "WITHHELD", "WITHHELD"]);
        expect(values[0] % 3).toBe(0);
      }
      const state = values[0] > 27 ? "ROUNDED" : "WITHHELD";
      expect(states.slice(3, 5)).toEqual([state, state]);
      expect(values[1]).toBeLessThanOrEqual(1);
    }
    expect(coverage.suppressed).toBeGreaterThan(0);
    expect(coverage.protection).toContain("已加扰动");
  });

  describe("with values of cases", () => {
    const days = { field: "WORKING_DAYS" };
    const statesOf = async (input: object): Promise<string> =>
      (await answered(analyst, "request", { scope, groupBy: [], ...input })).rows[0].states.join();

    it("no share of a percentile is an oracle of how many there are", async () => {
      const truth = await byKey(officer, ["OUTCOME"]);
      const asked = Array.from({ length: 10 }, (_, i) => 28 + i);
      const measures = asked.map((n) => ({
        ...{ name: String(n), function: "PERCENTILE", percentile: 5 / n + 1e-9 },
        ...days,
      }));
      for (const [outcome] of [...truth].filter(([, n]) => n >= 28)) {
        const states = await statesOf({ where: { outcomes: [outcome] }, measures });
        expect(new Set(states.split(","))).toEqual(new Set(["WITHHELD"]));
      }
    });

    it("nor is what is told of spans, lists and units that grow by one: the protected count decides", async () => {
      const measures = [
        { name: "n", function: "COUNT", where: { outcomes: OUTCOMES } },
        ...["MEDIAN", "MEAN", "SUM"].map((name) => ({
          name,
          function: name,
          ...days,
          where: { outcomes: OUTCOMES },
        })),
      ];
      const seen = new Set<string>();
      for (let day = 1; day <= 28; day += 3)
        for (const month of ["01", "04", "08"]) {
          const received = { from: "2025-01-01", to: `2025-${month}-${String(day).padStart(2, "0")}` };
          const { rows } = await answered(analyst, "request", {
            scope,
            groupBy: [],
            where: { received },
            measures,
          });
          const { values, states } = rows[0];
          const state = values[0] > 27 ? "ROUNDED" : values[0] > 0 ? "WITHHELD" : "EMPTY";
          expect(states.slice(1)).toEqual([state, state, state]);
          seen.add(state);
        }
      expect(seen.size).toBeGreaterThan(1);
    });

    it("and a sum over the mean is the count that is told", async () => {
      const measures = [COUNT, ...["SUM", "MEAN"].map((name) => ({ name, function: name, ...days }))];
      for (const some of [OUTCOMES.slice(0, 2), OUTCOMES.slice(1, 9), OUTCOMES.slice(0, 12)]) {
        const { rows } = await answered(analyst, "request", {
          scope,
          groupBy: [],
          where: { outcomes: some },
          measures,
        });
        const [n, sum, mean] = rows[0].values;
        expect(Math.round(n * mean)).toBe(sum);
      }
    });
  });

  it("over time move by nothing or by three with one more of few", async () => {
    const where = { outcomes: ["OTHER_MISC"], receiptChannels: ["ONLINE"] };
    const told: number[] = [];
    for (let i = 0; i < 6; i++) {
      await plantCases(app, "371003105", {
        requests: [
          {
            ids: "late",
            on: "2025-05-05",
            decided: "2025-05-06",
            outcome: "OTHER_MISC",
            channel: "ONLINE",
          },
        ],
      });
      told.push(await figure(analyst, { scope: { under: "371003105" }, where }));
    }
    told.forEach((n, i) => expect([0, 3]).toContain(n - (told[i - 1] ?? 0)));
  });

  it("a row is there where more than 0 is told, and nowhere else but in a series", async () => {
    const { rows } = await answered(analyst, "request", {
      scope,
      groupBy: ["OUTCOME", "RECEIPT_CHANNEL"],
      measures: [COUNT],
    });
    expect(rows.filter(({ values }: any) => values[0] === 0)).toEqual([]);
    const truth = await byKey(officer, ["OUTCOME", "RECEIPT_CHANNEL"]);
    expect(rows.length).toBeLessThan(truth.size);
  });
});

describe("P1 what a published report tells", () => {
  const received = { groupBy: ["APPLICANT_KIND"], where: { years: [2025] } };
  const askFor = async (under: string) =>
    answered(analyst, "request", { scope: { under }, measures: [COUNT], ...received });

  it("is exact, down to 2, until the ledger says something else; what is finer is not", async () => {
    const unit = "371003101";
    await plantCases(app, unit, { requests: [{ ids: "public", on: "2025-02-02", times: 2 }] });
    const told = async () =>
      (await askFor(unit)).rows.map(({ values, states }: any) => [values[0], states[0]]);
    const before = await told();
    expect(before.every(([, state]: [number, string]) => state === "ROUNDED")).toBe(true);
    await plantReport(app.app.database, {
      ...{ unitCode: unit, year: 2025, status: "PUBLISHED" },
      versions: [{ note: "正文", figure: 2, status: "PUBLISHED" }],
    });
    expect(await told()).toEqual([[2, "VALUE"]]);
    const finer = await answered(analyst, "request", {
      scope: { under: unit },
      ...received,
      groupBy: ["APPLICANT_KIND", "RECEIPT_CHANNEL"],
      measures: [COUNT],
    });
    expect(finer.rows.every(({ states }: any) => states[0] === "ROUNDED")).toBe(true);
    await plantCases(app, unit, { requests: [{ ids: "public", on: "2025-02-03" }] });
    expect((await told()).every(([, state]: [number, string]) => state === "ROUNDED")).toBe(true);
  });
});

describe("P1 who gets protected figures", () => {
  const question = { scope, groupBy: ["OUTCOME"], measures: [COUNT] };
  const stateFor = async (client: Client) => (await answered(client, "request", question)).rows[0].states[0];

  it("neither the unit, nor its district, nor a case reader; but the officer where the district wants it", async () => {
    for (const login of ["clerk.371003104", "officer.371003", "case-reader.371003"])
      expect(await stateFor(app.as(login))).toBe("VALUE");
    await set("analytics.protectOfficers", true);
    expect([await stateFor(officer), await stateFor(app.as("clerk.371003104"))]).toEqual([
      "ROUNDED",
      "VALUE",
    ]);
    await set("analytics.protectOfficers", null);
    expect(await stateFor(officer)).toBe("VALUE");
  });

  it("a district may have few hidden within an answer instead", async () => {
    await set("analytics.protection", "SUPPRESSED");
    const { rows, coverage } = await answered(analyst, "request", question);
    expect(new Set(rows.map(({ states }: any) => states[0]))).toEqual(new Set(["VALUE", "WITHHELD"]));
    expect(coverage.threshold).toBe(3);
    await set("analytics.protection", null);
    expect(await stateFor(analyst)).toBe("ROUNDED");
  });
});

describe("Z5 a series", () => {
  it("has the months of nothing, up to now", async () => {
    const { rows } = await answered(officer, "request", {
      scope,
      groupBy: ["MONTH"],
      where: { years: [2025, 2026] },
      measures: [COUNT],
    });
    expect(rows.map(({ keys }: any) => keys[0])).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}`),
      "2026-01",
    ]);
    expect(rows.at(-2).values).toEqual([0]);
  });

  it("of quarters and years, from the first to the last that has any, for each group", async () => {
    const by = async (dimension: string) => [
      ...(
        await byKey(officer, ["UNIT", dimension], { scope: { under: "371003", units: [TOWN, OTHER] } })
      ).keys(),
    ];
    expect(await by("YEAR")).toEqual([`${OTHER},2024`, `${OTHER},2025`, `${TOWN},2024`, `${TOWN},2025`]);
    expect((await by("QUARTER")).length).toBe(2 * 7);
  });

  it("says how many units have nothing and are left out", async () => {
    const { coverage, rows } = await answered(officer, "request", {
      scope: { under: "371003" },
      groupBy: ["UNIT"],
      measures: [COUNT],
    });
    expect(coverage.notes[0]).toContain(`${coverage.units} 个单位中 ${coverage.units - rows.length} 个`);
  });
});

describe("Z6 nothing to compute from", () => {
  it("the sum of what is unknown in every case is empty, and 0 of no case", async () => {
    const days = { name: "days", function: "SUM", field: "WORKING_DAYS" };
    const { rows } = await answered(officer, "request", {
      scope: { under: OTHER },
      groupBy: ["YEAR"],
      where: { years: [2023, 2024] },
      measures: [days, COUNT],
    });
    expect(rows.map(({ values, states }: any) => [...values, ...states])).toEqual([
      [0, 0, "VALUE", "VALUE"],
      [null, 30, "EMPTY", "VALUE"],
    ]);
  });

  it("likewise the days of proposals that nobody answered, and a mean of none", async () => {
    await plantCases(app, OTHER, { proposals: [{ on: "2025-04-01", times: 3 }] });
    const measures = ["SUM", "MEAN"].map((name) => ({ name, function: name, field: "DAYS" }));
    const { rows } = await answered(officer, "proposal", { scope: { under: OTHER }, groupBy: [], measures });
    expect(rows[0]).toMatchObject({ values: [null, null], states: ["EMPTY", "EMPTY"] });
  });

  it("a change of a year that has not ended says so", async () => {
    await plantCases(app, OTHER, { requests: [{ on: "2026-01-05", times: 4 }] });
    const { coverage } = await answered(officer, "request", {
      ...{ scope: { under: OTHER }, groupBy: ["YEAR"], measures: [{ name: "change", function: "CHANGE" }] },
    });
    expect(coverage.notes).toEqual(["2026 年只计至 2026-01-20，其增减是与上年全年相比"]);
  });
});
