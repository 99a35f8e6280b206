import { describe, expect, it } from "vitest";
import { pivot } from "./pivot.js";
import type { AnswerRow } from "./question.js";

const row = (keys: readonly (string | null)[], value: number): AnswerRow => ({
  ...{ keys, labels: keys.map((key) => key ?? "不详"), values: [value], states: ["VALUE"] },
  ...{ numerators: [null], denominators: [null], note: null },
});
const dimensions = [
  { key: "UNIT", label: "单位" },
  { key: "YEAR", label: "年度" },
  { key: "OUTCOME", label: "结果" },
];
const rows = [
  row(["甲", "2023", "GRANTED"], 5),
  row(["甲", "2022", "GRANTED"], 4),
  row(["乙", "2023", null], 1),
];

describe("a pivot table", () => {
  it("lays times across in their order, and leaves blank what the answer has not", () => {
    const { columns, lines } = pivot({ dimensions, rows }, 1);
    expect(columns.map(({ key }) => key)).toEqual(["2022", "2023"]);
    expect(lines.map(({ labels, cells }) => [labels, cells.map((cell) => cell?.values[0] ?? null)])).toEqual([
      [
        ["甲", "GRANTED"],
        [4, 5],
      ],
      [
        ["乙", "不详"],
        [null, 1],
      ],
    ]);
  });

  it("keeps each group once, whichever dimension lies across", () => {
    for (const across of [0, 1, 2]) {
      const kept = pivot({ dimensions, rows }, across).lines.flatMap(({ cells }) => cells.filter(Boolean));
      expect(kept).toHaveLength(rows.length);
      expect(new Set(kept)).toEqual(new Set(rows));
    }
  });

  it("keeps an unknown value apart from one that is written so", () => {
    const both = [row(["甲", null], 1), row(["甲", "null"], 2)];
    expect(pivot({ dimensions: dimensions.slice(0, 2), rows: both }, 1).columns).toHaveLength(2);
  });
});
