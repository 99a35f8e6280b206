import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largest, mean, median, percentile, smallest, sum } from "./distribution.js";

const anyCases = fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 60 });

function countsOf(cases: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of cases) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const inOrder = (cases: readonly number[]): number[] => [...cases].sort((a, b) => a - b);

describe("a distribution is as good as its cases", () => {
  const law = (check: (cases: number[], counts: Map<number, number>) => void): void =>
    fc.assert(fc.property(anyCases, (cases) => check(cases, countsOf(cases))));

  it("sum, mean, smallest, largest", () =>
    law((cases, counts) => {
      const total = cases.reduce((a, b) => a + b, 0);
      expect([sum(counts), mean(counts), smallest(counts), largest(counts)]).toEqual([
        total,
        total / cases.length,
        Math.min(...cases),
        Math.max(...cases),
      ]);
    }));

  it("median", () =>
    law((cases, counts) => {
      const values = inOrder(cases);
      const [low = 0, high = 0] = [values[(values.length - 1) >> 1], values[values.length >> 1]];
      expect(median(counts)).toBe((low + high) / 2);
    }));

  it("a percentile is the smallest value that so many do not exceed", () =>
    fc.assert(
      fc.property(anyCases, fc.integer({ min: 0, max: 100 }), (cases, percent) => {
        const needed = Math.ceil((percent * cases.length) / 100);
        const found = inOrder(cases).find(
          (value) => cases.filter((one) => one <= value).length >= Math.max(1, needed),
        );
        expect(percentile(countsOf(cases), percent / 100)).toBe(found);
      }),
    ));
});

it("of nothing there is none", () => {
  const nothing = new Map<number, number>();
  expect([sum(nothing), mean(nothing), median(nothing), percentile(nothing, 0.5)]).toEqual([
    0,
    null,
    null,
    null,
  ]);
  expect([smallest(nothing), largest(nothing)]).toEqual([null, null]);
});
