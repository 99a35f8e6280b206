import fc from "fast-check";
import { expect, it } from "vitest";
import { formatScaled, parseScaled } from "../../kernel/decimal.js";
import { ascending, changes, median, ranks, total } from "./statistics.js";

const figure = fc.option(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), { nil: null });
const figures = fc.array(figure, { maxLength: 60 });
const rankOf = (column: readonly (number | null)[]) => ranks(column, ascending(column));

it("finds the middle of what is there", () => {
  expect(median(ascending([]))).toBeNull();
  expect(median(ascending([null, null]))).toBeNull();
  expect(median(ascending([null, 7]))).toBe(7);
  expect(median(ascending([10, 9, null, 2]))).toBe(9);
  expect(median(ascending([10, 9, -1, 2]))).toBe(5.5);
});

it("lets equals share a rank and counts them all", () => {
  expect(rankOf([5, null, 7, 7, 0, 5, 9])).toEqual([4, null, 2, 2, 6, 4, 1]);
  expect(rankOf([0, -0, null])).toEqual([1, 1, null]);
});

it("sums exactly beyond 2^53", () => {
  expect(total([])).toBe(0n);
  expect(total([Number.MAX_SAFE_INTEGER, null, Number.MAX_SAFE_INTEGER, 3, -1])).toBe(18014398509481984n);
});

it("tells the changes against the year before, or nothing where there is no ratio", () => {
  expect(changes([11, 0, 3, -4], [10, 4, 3, -2])).toEqual([0.1, -1, 0, 1]);
  expect(changes([3, 3, 3, null, null], [0, null])).toEqual([null, null, null, null, null]);
});

it("ranks by how many are larger, whatever the column", () => {
  fc.assert(
    fc.property(figures, (column) => {
      const larger = (than: number) => column.filter((other) => other !== null && other > than).length;
      expect(rankOf(column)).toEqual(column.map((own) => (own === null ? null : larger(own) + 1)));
    }),
  );
});

it("finds a median between smallest and largest, with as many below as above", () => {
  fc.assert(
    fc.property(figures, (column) => {
      const sorted = ascending(column);
      const middle = median(sorted);
      if (middle === null) return sorted.length === 0;
      const below = sorted.filter((value) => value < middle).length;
      const above = sorted.filter((value) => value > middle).length;
      expect(middle).toBeGreaterThanOrEqual(Math.min(...sorted));
      expect(middle).toBeLessThanOrEqual(Math.max(...sorted));
      expect(Math.max(below, above)).toBeLessThanOrEqual(sorted.length / 2);
      return true;
    }),
  );
});

it("sums amounts of six decimals as one does on paper", () => {
  const amount = fc.integer({ min: 0, max: 2_147_483_647_000_000 });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 40 }), (scaled) => {
      const onPaper = scaled.reduce((sum, value) => sum + BigInt(value), 0n);
      expect(total(scaled)).toBe(onPaper);
      expect(total([...scaled.map((value) => -value), ...scaled])).toBe(0n);
      if (onPaper <= BigInt(Number.MAX_SAFE_INTEGER))
        expect(parseScaled(formatScaled(total(scaled), 6), 6)).toBe(Number(onPaper));
    }),
  );
});
