import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_UNITS } from "../../seeds/units.js";
import { counting, decided, disclosed, fees, FILERS, received, type Stage } from "../comparison/expected.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const RECEIVED = "requests.received.total";
const FEES = "proactive.fees.amount";
const DISCLOSED = "rates.disclosed";
const ASK = `query ($input: ReportStatisticsInput!) {
  reportStatistics(input: $input) {
    dimensions { key label }
    measures { name label unit formula }
    rows { keys labels values numerators denominators }
    totals { values numerators denominators }
    coverage { units groups suppressed threshold notes
      reports { year expected included missing { code } provisional { code } formChanged } }
  }
}`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");
const inputOf = (more: object) => ({ scope: { under: "371003" }, years: [2023], groupBy: [], ...more });
const REPORTS = { name: "n", function: "COUNT" };
const measure = (name: string, more: object) => ({ name, field: RECEIVED, ...more });

async function ask(client: Client, more: object): Promise<any> {
  const { data, errors } = await client.query(ASK, { input: inputOf(more) });
  expect(errors).toBeUndefined();
  return data.reportStatistics;
}

type Cells = Parameters<typeof received>[0];

/** What the seeds of the demo have of some units and years. */
function figures(
  codes: readonly string[],
  years: readonly number[],
  of: (cells: Cells) => number,
  stage: Stage,
) {
  return codes.flatMap((code) =>
    years.flatMap((year) => {
      const report = counting(code, year, stage);
      return report ? [of(report.cells)] : [];
    }),
  );
}
const codesOf = (kind?: string) =>
  FILERS.filter((unit) => !kind || unit.kind === kind).map(({ code }) => code);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

describe("reports", () => {
  it("are counted, summed and ranged over by unit kind and year, as the seeds have them", async () => {
    const years = [2022, 2023];
    const { rows, totals, dimensions, coverage } = await ask(officer(), {
      years,
      groupBy: ["UNIT_KIND", "YEAR"],
      totals: true,
      measures: [
        REPORTS,
        measure("sum", { function: "SUM" }),
        measure("median", { function: "MEDIAN" }),
        measure("max", { function: "MAX" }),
        measure("share", { function: "SHARE" }),
      ],
    });
    expect(dimensions.map(({ key }: any) => key)).toEqual(["UNIT_KIND", "YEAR"]);
    const all = sum(figures(codesOf(), years, received, "SUBMITTED"));
    expect(rows.length).toBeGreaterThan(4);
    for (const { keys, values, numerators, denominators } of rows) {
      const own = figures(codesOf(keys[0]), [Number(keys[1])], received, "SUBMITTED");
      const total = sum(own);
      expect(values).toEqual([own.length, total, middle(own), Math.max(...own), total / all]);
      expect([numerators[4], denominators[4]]).toEqual([total, all]);
    }
    expect(totals.values.slice(0, 2)).toEqual([figures(codesOf(), years, received, "SUBMITTED").length, all]);
    expect(coverage).toMatchObject({ groups: rows.length, suppressed: 0, threshold: null });
    expect(coverage.units).toBe(1 + DEMO_UNITS.filter(({ parentCode }) => parentCode === "371003").length);
  });

  it("sum amounts exactly, in the unit of the form", async () => {
    const { rows, measures } = await ask(officer(), {
      years: [2021, 2022, 2023],
      measures: [{ name: "fees", function: "SUM", field: FEES }],
    });
    const exact = figures(
      codesOf(),
      [2021, 2022, 2023],
      (cells) => Math.round(fees(cells) * 1e6),
      "SUBMITTED",
    );
    expect(rows[0].values).toEqual([sum(exact) / 1e6]);
    expect(measures[0].unit).toBe("万元");
  });

  it("have changes to the year before, and ratios of two filters with both parts", async () => {
    const { rows } = await ask(officer(), {
      years: [2022, 2023],
      groupBy: ["YEAR"],
      measures: [
        measure("change", { function: "CHANGE" }),
        measure("towns", { function: "RATIO", where: { kinds: ["TOWN"] } }),
      ],
    });
    const of = (year: number, kind?: string) => sum(figures(codesOf(kind), [year], received, "SUBMITTED"));
    expect(rows.map(({ keys }: any) => keys)).toEqual([["2022"], ["2023"]]);
    expect(rows[0].values[0]).toBeNull();
    expect(rows[1].values[0]).toBeCloseTo((of(2023) - of(2022)) / of(2022), 12);
    for (const { keys, values, numerators, denominators } of rows) {
      const [top, bottom] = [of(Number(keys[0]), "TOWN"), of(Number(keys[0]))];
      expect([values[1], numerators[1], denominators[1]]).toEqual([top / bottom, top, bottom]);
    }
  });

  it("have the spread of a rate, which nobody may add up", async () => {
    const rates = FILERS.flatMap(({ code }) => {
      const report = counting(code, 2023, "SUBMITTED");
      if (!report || decided(report.cells) === 0) return [];
      return disclosed(report.cells) / decided(report.cells);
    });
    const { rows } = await ask(officer(), {
      measures: [
        { name: "median", function: "MEDIAN", field: DISCLOSED },
        { name: "p90", function: "PERCENTILE", field: DISCLOSED, percentile: 0.9 },
      ],
    });
    const sorted = [...rates].sort((a, b) => a - b);
    expect(rows[0].values[0]).toBeCloseTo(middle(rates), 12);
    expect(rows[0].values[1]).toBeCloseTo(sorted[Math.ceil(0.9 * sorted.length) - 1] ?? NaN, 12);
  });

  it("are ordered, cut and kept by a measure; labels name the units", async () => {
    const { rows, coverage } = await ask(officer(), {
      groupBy: ["UNIT"],
      measures: [measure("received", { function: "SUM" })],
      having: [{ measure: "received", atLeast: 2 }],
      orderBy: { measure: "received" },
      top: 3,
    });
    const expected = codesOf()
      .flatMap((code) => figures([code], [2023], received, "SUBMITTED").map((value) => ({ code, value })))
      .filter(({ value }) => value >= 2)
      .sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
      .slice(0, 3);
    expect(rows.map(({ keys, values }: any) => ({ code: keys[0], value: values[0] }))).toEqual(expected);
    expect(rows.map(({ labels }: any) => labels[0])).toEqual(
      expected.map(({ code }) => FILERS.find((unit) => unit.code === code)?.name),
    );
    expect(coverage.groups).toBe(FILERS.length);
  });

  it("by ancestor, form and stage", async () => {
    const { rows } = await ask(app.anonymous, {
      scope: { under: "37" },
      years: [2022, 2023],
      groupBy: ["DISTRICT", "FORMAT", "STATUS"],
      measures: [REPORTS],
    });
    const published = (district: string) => {
      const codes = DEMO_UNITS.filter((unit) => unit.parentCode === district).map(({ code }) => code);
      return figures(codes, [2022, 2023], received, "PUBLISHED").length;
    };
    expect(rows.map(({ keys, values }: any) => [...keys, ...values])).toEqual([
      ["371002", "2021", "PUBLISHED", published("371002")],
      ["371003", "2021", "PUBLISHED", published("371003")],
    ]);
  });
});

describe("Z what has nothing", () => {
  it("Z5 a unit without a report has a row, blank and counted 0, and is named", async () => {
    const { rows, coverage } = await ask(officer(), {
      groupBy: ["UNIT"],
      measures: [REPORTS, measure("sum", { function: "SUM" })],
    });
    expect(rows.map(({ keys }: any) => keys[0])).toEqual(codesOf());
    const missing = rows.flatMap(({ keys, values }: any) => (values[0] === 0 ? [[keys[0], values[1]]] : []));
    expect(missing).toEqual([
      ["371003003", null],
      ["371003104", null],
      ["371003107", null],
    ]);
    const [year] = coverage.reports;
    expect(year.missing.map(({ code }: any) => code)).toEqual(missing.map(([code]: any) => code));
    expect([year.included, year.expected]).toEqual([45, 48]);
    expect(coverage.notes[1]).toBe("2023 年应计 48 份，计入 45 份，缺 3 份，合计和增减受其影响");
    expect(coverage.notes[2]).toBe(`2023 年计入的有 ${year.provisional.length} 份尚未发布，为暂定数`);
  });

  it("Z5 a unit that had figures and now has none is among the falls, with what it fell from", async () => {
    const { rows } = await ask(officer(), {
      years: [2022, 2023],
      groupBy: ["UNIT", "YEAR"],
      measures: [measure("change", { function: "CHANGE" })],
      orderBy: { measure: "change", direction: "ASC" },
    });
    const fallen = rows.find(({ keys }: any) => keys[0] === "371003107" && keys[1] === "2023");
    const before = counting("371003107", 2022, "SUBMITTED");
    expect(fallen).toMatchObject({
      values: [null],
      numerators: [null],
      denominators: [before && received(before.cells)],
    });
    expect(rows).toHaveLength(2 * FILERS.length);
    const changes = rows.flatMap(({ values }: any) => (values[0] === null ? [] : [values[0]]));
    expect(changes).toEqual([...changes].sort((a: number, b: number) => a - b));
  });

  it("Z5 what is asked for by form or stage has no row for what is missing", async () => {
    const { rows } = await ask(officer(), { groupBy: ["STATUS"], measures: [REPORTS] });
    expect(rows.map(({ keys }: any) => keys[0])).toEqual(["SUBMITTED", "APPROVED", "PUBLISHED"]);
  });

  it("Z4 the sum of a cell that the year's form does not have is null, as in a comparison", async () => {
    const onlyOf2019 = "proactive.procurement.projects";
    const { rows } = await ask(officer(), {
      groupBy: ["YEAR"],
      measures: [REPORTS, { name: "sum", function: "SUM", field: onlyOf2019 }],
    });
    expect(rows).toMatchObject([{ keys: ["2023"], values: [45, null] }]);
    const compared = await officer().query(
      `{ compareReports(input: { under: "371003", years: [2023], indicators: ["${onlyOf2019}"] }) {
        columns { total reported } } }`,
    );
    expect(compared.data.compareReports.columns).toEqual([{ total: null, reported: 0 }]);
  });

  it("Z6 a change across a break of forms has a note, and each answer has the same mark", async () => {
    const years = [2020, 2021];
    const { coverage } = await ask(officer(), {
      years,
      groupBy: ["YEAR"],
      measures: [measure("change", { function: "CHANGE" })],
    });
    const note = "2021 年启用新格式，与 2020 年不宜直接比较";
    expect(coverage.notes).toContain(note);
    expect(coverage.reports.map(({ formChanged }: any) => formChanged)).toEqual([false, true]);
    const { data } = await officer().query(`{
      areaSums(under: "371003", by: DISTRICT, years: [2020, 2021], indicators: ["${RECEIVED}"]) {
        coverage { notes reports { formChanged } } }
      compareReports(input: { under: "371003", years: [2020, 2021], indicators: ["${RECEIVED}"] }) {
        coverage { formChanged } }
      rankReports(input: { under: "371003", year: 2021, indicator: "${RECEIVED}" }) { coverage { formChanged } }
      filingBoard(under: "371003", year: 2021) { coverage { formChanged } } }`);
    expect(data.areaSums.coverage.notes).toContain(note);
    expect(data.areaSums.coverage.reports).toEqual([{ formChanged: false }, { formChanged: true }]);
    expect(data.compareReports.coverage).toEqual([{ formChanged: false }, { formChanged: true }]);
    expect(data.rankReports.coverage).toEqual({ formChanged: true });
    expect(data.filingBoard.coverage).toEqual({ formChanged: true });
  });

  it("Z6 every answer counts from the same stage unless it is asked otherwise", async () => {
    const { data } = await officer().query(`{
      reportStatistics(input: { scope: { under: "371003" }, years: [2023], groupBy: [],
        measures: [{ name: "n", function: COUNT }] }) { rows { values } coverage { reports { included provisional { code } } } }
      areaSums(under: "371003", by: DISTRICT, years: [2023], indicators: ["${RECEIVED}"]) {
        rows { values } coverage { reports { included provisional { code } } } }
      compareReports(input: { under: "371003", years: [2023], indicators: ["${RECEIVED}"] }) {
        coverage { included provisional { code } } }
      rankReports(input: { under: "371003", year: 2023, indicator: "${RECEIVED}" }) {
        coverage { included provisional { code } } }
      filingBoard(under: "371003", year: 2023) { coverage { included provisional { code } } } }`);
    const [first] = data.reportStatistics.coverage.reports;
    expect(first.included).toBe(45);
    for (const other of [
      data.areaSums.coverage.reports[0],
      data.compareReports.coverage[0],
      data.rankReports.coverage,
      data.filingBoard.coverage,
    ])
      expect(other).toEqual(first);
    expect(data.reportStatistics.rows[0].values).toEqual([45]);
    expect(data.areaSums.rows[0].values[1]).toBe(45);
  });
});

describe("who may see", () => {
  it("the public counts what is published, and a stranger's unpublished reports move nothing", async () => {
    const question = { groupBy: ["UNIT"], measures: [REPORTS, measure("sum", { function: "SUM" })] };
    const open = await ask(app.anonymous, question);
    const counted = (rows: any[]) => rows.flatMap(({ values }) => (values[0] === 0 ? [] : [values[1]]));
    expect(counted(open.rows)).toEqual(figures(codesOf(), [2023], received, "PUBLISHED"));
    expect(await ask(app.as("officer.371002"), question)).toEqual(open);
    const officers = (await ask(officer(), question)).rows;
    expect(officers).toHaveLength(open.rows.length);
    expect(counted(officers).length).toBeGreaterThan(counted(open.rows).length);
    expect(await ask(officer(), { ...question, atLeast: "PUBLISHED" })).toEqual(open);
  });

  it("takes as many statements for one unit as for a city", async () => {
    const counts: number[] = [];
    for (const scope of [{ under: "371003", units: ["371003104"] }, { under: "3710" }]) {
      app.statements();
      await ask(app.anonymous, { scope, groupBy: ["UNIT", "CITY"], measures: [REPORTS] });
      counts.push(app.statements().length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });
});

describe("bad input", () => {
  it.each<[string, object, string[]]>([
    ["a year of the future", { years: [2031], measures: [REPORTS] }, ["years"]],
    ["no measure", { measures: [] }, ["measures"]],
    [
      "no such indicator",
      { measures: [measure("x", { function: "SUM", field: "x" })] },
      ["measures", "0", "field"],
    ],
    [
      "rates added up",
      { measures: [measure("x", { function: "SUM", field: DISCLOSED })] },
      ["measures", "0", "field"],
    ],
    [
      "a percentile of 1.5",
      { measures: [measure("x", { function: "PERCENTILE", percentile: 1.5 })] },
      ["measures", "0", "percentile"],
    ],
    ["nothing to add up", { measures: [{ name: "x", function: "SUM" }] }, ["measures", "0", "field"]],
    ["a dimension twice", { groupBy: ["YEAR", "YEAR"], measures: [REPORTS] }, ["groupBy", "1"]],
    ["a scope that is not there", { scope: { under: "nowhere" }, measures: [REPORTS] }, ["scope", "under"]],
    [
      "a unit elsewhere",
      { scope: { under: "371003", units: ["371002001"] }, measures: [REPORTS] },
      ["scope", "units", "0"],
    ],
  ])("%s", async (_name, more, path) => {
    const { data, errors } = await app.anonymous.query(ASK, { input: inputOf(more) });
    expect([data, errors?.length, errors?.[0]?.extensions.argument]).toEqual([null, 1, ["input", ...path]]);
  });

  it("a dimension that reports lack is told before anything runs", async () => {
    const { errors } = await app.anonymous.query(ASK, {
      input: inputOf({ groupBy: ["OUTCOME"], measures: [REPORTS] }),
    });
    expect(errors?.[0]?.message).toContain("$input.groupBy.0");
  });
});
