import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf } from "./request-activity.js";

describe("the median of the days taken", () => {
  it("is the middle one, or the mean of the two", () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([{ usedDays: 7, count: 1 }])).toBe(7);
    expect(
      medianOf([
        { usedDays: 20, count: 1 },
        { usedDays: 5, count: 1 },
      ]),
    ).toBe(12.5);
    expect(
      medianOf([
        { usedDays: 3, count: 3 },
        { usedDays: 20, count: 2 },
      ]),
    ).toBe(3);
  });

  it("is that of the list of all cases", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b);
        const middle = sorted.slice(Math.ceil(days.length / 2) - 1, Math.floor(days.length / 2) + 1);
        const mean = middle.reduce((sum, day) => sum + day, 0) / middle.length;
        expect(medianOf(days.map((usedDays) => ({ usedDays, count: 1 })))).toBe(mean);
      }),
    );
  });
});
