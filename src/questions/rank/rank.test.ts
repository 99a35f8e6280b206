import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordered } from "./ordered.js";
import { bandOf, percentileIn, rankChange, rankIn, type Direction } from "./rank.js";

const sorted = (values: readonly number[]) => ordered(Float64Array.from(values).sort());
const figures = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });
const direction = fc.constantFrom<Direction[]>("ASC", "DESC");

describe("a rank", () => {
  it("is shared by equals, and the next one counts them all", () => {
    const group = sorted([5, 9, 9, 1]);
    expect([9, 5, 1].map((value) => rankIn(group, value, "DESC"))).toEqual([1, 3, 4]);
    expect([1, 5, 9].map((value) => rankIn(group, value, "ASC"))).toEqual([1, 2, 3]);
  });

  it("is one more than how many are better", () => {
    fc.assert(
      fc.property(figures, direction, (values, way) => {
        for (const value of values) {
          const better = values.filter((other) => (way === "ASC" ? other < value : other > value));
          expect(rankIn(sorted(values), value, way)).toBe(1 + better.length);
        }
      }),
    );
  });
});

describe("a percentile", () => {
  it("is the share of the others that have less, of equals half", () => {
    const group = sorted([1, 2, 3, 4, 5]);
    expect([1, 2, 3, 5].map((value) => percentileIn(group, value))).toEqual([0, 0.25, 0.5, 1]);
    expect(percentileIn(sorted([7, 7, 7]), 7)).toBe(0.5);
    expect(percentileIn(sorted([1, 7, 7]), 7)).toBe(0.75);
    expect(percentileIn(sorted([7]), 7)).toBeNull();
  });

  it("is turned round when all values are, and averages one half", () => {
    fc.assert(
      fc.property(figures, (values) => {
        fc.pre(values.length > 1);
        const [group, turned] = [sorted(values), sorted(values.map((value) => -value))];
        let sum = 0;
        for (const value of values) {
          const percentile = percentileIn(group, value) ?? NaN;
          sum += percentile;
          expect(percentileIn(turned, -value)).toBeCloseTo(1 - percentile, 12);
        }
        expect(sum / values.length).toBeCloseTo(0.5, 12);
      }),
    );
  });

  it("puts into one of four bands, of four units or more", () => {
    expect([0, 0.24, 0.25, 0.5, 0.74, 0.75, 1].map((percentile) => bandOf(percentile, 4))).toEqual([
      "LOWEST",
      "LOWEST",
      "LOWER",
      "UPPER",
      "UPPER",
      "HIGHEST",
      "HIGHEST",
    ]);
    expect([bandOf(0.5, 3), bandOf(null, 9)]).toEqual([null, null]);
  });
});

describe("the change of a rank", () => {
  const change = (before: readonly number[], now: readonly number[], way: Direction = "DESC") =>
    rankChange(
      { before: before[0] ?? 0, now: now[0] ?? 0, groupBefore: sorted(before), groupNow: sorted(now) },
      way,
    );

  it("is split into what the unit did and what the others did", () => {
    expect(change([5, 10, 8, 6], [9, 10, 8, 6])).toEqual({ before: 4, total: 2, own: 2, others: 0 });
    expect(change([5, 10, 8, 6], [5, 1, 1, 1])).toEqual({ before: 4, total: 3, own: 0, others: 3 });
    // It rose past two while one of them rose as well.
    expect(change([5, 10, 8, 6], [9, 10, 9.5, 6])).toEqual({ before: 4, total: 1, own: 2, others: -1 });
    expect(change([5, 10], [12, 10], "ASC")).toEqual({ before: 1, total: -1, own: -1, others: 0 });
    // A unit that is ranked for the first time is what the others did.
    expect(change([5, 4], [5, 4, 6])).toEqual({ before: 1, total: -1, own: 0, others: -1 });
  });

  it("adds up, and is nobody's who stood still", () => {
    fc.assert(
      fc.property(figures, figures, direction, (before, now, way) => {
        const { total, own, others, before: then } = change(before, now, way);
        expect(own + others).toBe(total);
        expect(then - total).toBe(rankIn(sorted(now), now[0] ?? 0, way));
        const still = change(before, [before[0] ?? 0, ...now.slice(1)], way);
        expect(still.own).toBe(0);
        const alone = change(before, [now[0] ?? 0, ...before.slice(1)], way);
        expect(alone.others).toBe(0);
      }),
    );
  });
});
