import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distancesFrom, medianOf, ordered, withGuest, type Ordered } from "./ordered.js";
import { spreadOf } from "./outlier.js";
import { percentileIn, rankChange, rankIn } from "./rank.js";

const figures = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });
const sorted = (values: readonly number[]) => Float64Array.from(values).sort();
const all = (numbers: Ordered): number[] => Array.from({ length: numbers.length }, (_, at) => numbers.at(at));

describe("numbers in order", () => {
  it("take one more as if they had been sorted with it", () =>
    fc.assert(
      fc.property(figures, fc.integer({ min: -10, max: 10 }), (values, guest) => {
        const joined = withGuest(ordered(sorted(values)), guest);
        expect(all(joined)).toEqual([...sorted([...values, guest])]);
      }),
    ));

  it("tell how far they lie from anywhere as if that had been sorted", () =>
    fc.assert(
      fc.property(figures, fc.integer({ min: -10, max: 10 }), (values, from) => {
        const expected = sorted(values.map((value) => Math.abs(value - from)));
        expect(all(distancesFrom(ordered(sorted(values)), from))).toEqual([...expected]);
      }),
    ));

  it("have a middle", () => {
    expect([[], [3], [1, 2], [1, 2, 9]].map((values) => medianOf(ordered(sorted(values))))).toEqual([
      null,
      3,
      1.5,
      2,
    ]);
  });
});

describe("O7 what is read of a group for one more unit", () => {
  /** Counts reads, and has nothing that could be copied. */
  function counting(length: number): Ordered & { readonly read: () => number } {
    let reads = 0;
    return { length, at: (index) => (reads++, index * 2), read: () => reads };
  }

  it.each([10, 1_000, 100_000])("grows with the logarithm of its size: %d", (size) => {
    const halvings = Math.ceil(Math.log2(size + 1));
    const [now, before] = [counting(size), counting(size)];
    rankIn(now, size, "DESC");
    percentileIn(now, size);
    expect(now.read()).toBeLessThanOrEqual(3 * halvings);
    const moved = { before: size, now: 2, groupBefore: before, groupNow: now };
    rankChange(moved, "DESC");
    expect(before.read()).toBeLessThanOrEqual(2 * halvings);
    const guest = counting(size);
    spreadOf(withGuest(guest, size + 1));
    expect(guest.read()).toBeLessThanOrEqual(10 * halvings);
  });
});
