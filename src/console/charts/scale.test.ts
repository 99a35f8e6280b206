import { describe, expect, it } from "vitest";
import { linear, medianOf, percentileOf, ticksTo } from "./scale";

describe("an axis", () => {
  it("starts at zero, ends at or above the highest value, and has few round steps", () => {
    expect(ticksTo(0.692)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(ticksTo(347)).toEqual([0, 100, 200, 300, 400]);
    expect(ticksTo(5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ticksTo(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("is there without any value", () => {
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(linear([0, 0], [10, 20])(0)).toBe(10);
  });
});

describe("where a value stands", () => {
  it("is the share of the others that have less, equals as half", () => {
    expect(percentileOf(3, [1, 2, 3])).toBe(1);
    expect(percentileOf(1, [1, 2, 3])).toBe(0);
    expect(percentileOf(2, [1, 2, 2, 3, 9])).toBe((1 + 0.5) / 4);
    expect(percentileOf(7, [7, 7, 7])).toBe(0.5);
    expect(percentileOf(7, [7])).toBeNull();
  });

  it("has a median in the middle, or between the middle two", () => {
    expect(medianOf([9, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 9])).toBe(3);
    expect(medianOf([])).toBeNull();
  });
});
