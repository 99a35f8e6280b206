import { describe, expect, it } from "vitest";
import { text } from "../../kernel/text.js";
import { grouped, type Axis, type Tallied } from "./grouping.js";
import type { Measure } from "./measure.js";
import { statisticsAnswer, type Statistics } from "./statistics-answer.js";

const year: Axis = {
  dimension: "YEAR",
  label: text("年", "Year"),
  keysOf: ({ year }) =>
    year == null ? [] : [{ key: String(year), label: text(String(year), String(year)), place: year }],
  yearBefore: (key) => String(Number(key) - 1),
};

const measure = (more: Partial<Measure>): Measure => ({
  name: "m",
  function: "COUNT",
  field: null,
  percentile: null,
  filter: 0,
  of: null,
  ...more,
});

const inYear = (of: number, count: number, met = 1): Tallied => ({ columns: { year: of }, count, met });

const answerOf = (
  records: readonly Tallied[],
  measures: readonly Measure[],
  more: Partial<Statistics> = {},
) => {
  const filters = Array.from({ length: 22 }, () => ({ field: null }));
  return statisticsAnswer({
    grouped: grouped([year], filters, records, new Map()),
    filters,
    measures,
    counted: { label: text("申请", "Requests"), unit: "件" },
    arrangement: { having: [], order: null, top: null },
    totals: false,
    protection: { kind: "NONE" },
    coverage: { units: 1, asOf: "2026-01-20T01:00:00.000Z", notes: [] },
    ...more,
  });
};

describe("an answer out of groups", () => {
  it("a change is one division, and none where the year before had nothing", () => {
    const { rows } = answerOf(
      [inYear(2023, 10, 1), inYear(2024, 10, 3), inYear(2025, 11, 3)],
      [measure({ function: "CHANGE", filter: 1 })],
    );
    expect(
      rows.map(({ values, numerators, denominators }) => [values[0], numerators[0], denominators[0]]),
    ).toEqual([
      [null, 0, null],
      [null, 10, 0],
      [0.1, 11, 10],
    ]);
  });

  it("a ratio of nothing is none", () => {
    const { rows } = answerOf([inYear(2025, 4)], [measure({ function: "RATIO", filter: 0, of: 1 })]);
    expect(rows[0]).toMatchObject({ values: [null], numerators: [4], denominators: [0] });
  });

  it("too many filters in too many groups are not protected one by one, but refused", () => {
    const years = Array.from({ length: 1200 }, (_, i) => inYear(1000 + i, 9));
    const measures = Array.from({ length: 21 }, (_, filter) => measure({ name: `m${filter}`, filter }));
    expect(() => answerOf(years, measures, { protection: { kind: "SUPPRESSED", threshold: 3 } })).toThrow(
      "1200 groups × 21 filters are too many",
    );
    expect(answerOf(years, measures).rows).toHaveLength(1200);
    expect(
      answerOf(years, measures.slice(0, 10), { protection: { kind: "SUPPRESSED", threshold: 3 } }).rows,
    ).toHaveLength(1200);
  });

  it("conditions and order look at what is shown, and totals at everything", () => {
    const records = [inYear(2023, 5), inYear(2024, 9), inYear(2025, 7)];
    const arrangement = {
      having: [{ measure: 0, atLeast: null, atMost: 8 }],
      order: { by: "measure", index: 0, descending: true },
      top: 1,
    } as const;
    const { rows, totals, coverage } = answerOf(records, [measure({})], { arrangement, totals: true });
    expect(rows.map(({ keys, values }) => [keys[0], values[0]])).toEqual([["2025", 7]]);
    expect([totals?.values, coverage.groups]).toEqual([[21], 3]);
  });

  it.each([
    ["F4 gives all that tie with the last", [5, 9, 7, 7, 3], 2, ["2024", "2025", "2026"]],
    ["F4 gives no more where nothing ties", [5, 9, 7, 6, 3], 2, ["2024", "2025"]],
    ["F4 gives all where all are equal", [4, 4, 4], 1, ["2023", "2024", "2025"]],
  ])("%s", (_case, counts, top, expected) => {
    const records = counts.map((count, i) => inYear(2023 + i, count));
    const arrangement = { having: [], order: { by: "measure", index: 0, descending: true }, top } as const;
    const { rows, coverage } = answerOf(records, [measure({})], { arrangement });
    expect(rows.map(({ keys }) => keys[0])).toEqual(expected);
    expect(coverage.groups).toBe(counts.length);
  });

  it("F4 what has no value ties with nobody, and stays cut", () => {
    const records = [2023, 2024, 2025].map((of) => inYear(of, 3));
    const arrangement = { having: [], order: { by: "measure", index: 0, descending: true }, top: 1 } as const;
    const { rows } = answerOf(records, [measure({ function: "RATIO", filter: 0, of: 1 })], { arrangement });
    expect(rows).toHaveLength(1);
  });

  it("Z6 the sum of a field that nobody knows is null, which 0 is not", () => {
    const days = { key: "DAYS", label: text("天数", "Days"), unit: "天" };
    const filters = [{ field: null }, { field: "DAYS" }];
    const values = new Map([["DAYS", [{ ...inYear(2024, 1, 3), value: 0 }]]]);
    const { rows, totals } = answerOf([], [measure({ function: "SUM", field: days, filter: 1 })], {
      grouped: grouped([year], filters, [inYear(2023, 5, 1), inYear(2024, 1, 3)], values),
      filters,
      totals: true,
    });
    expect([...rows, totals].map((row) => row?.values[0])).toEqual([null, 0, 0]);
  });

  it("does not tell by the largest of all what a hidden group has", () => {
    const days = { key: "DAYS", label: text("天数", "Days"), unit: "天" };
    const filters = [{ field: null }, { field: "DAYS" }];
    const answerFor = (daysOfFew: number) => {
      const records = [inYear(2023, 5, 3), inYear(2024, 1, 3)];
      const values = new Map([
        [
          "DAYS",
          [
            { ...inYear(2023, 4, 3), value: 20 },
            { ...inYear(2023, 1, 3), value: 5 },
            { ...inYear(2024, 1, 3), value: daysOfFew },
          ],
        ],
      ]);
      const { rows, totals } = answerOf([], [measure({ function: "MAX", field: days, filter: 1 })], {
        grouped: grouped([year], filters, records, values),
        filters,
        totals: true,
        protection: { kind: "SUPPRESSED", threshold: 3 },
      });
      return [...rows, totals].map((row) => row?.values[0]);
    };
    expect(answerFor(40)).toEqual([20, null, null]);
    expect(answerFor(10)).toEqual([20, null, 20]);
  });
});
