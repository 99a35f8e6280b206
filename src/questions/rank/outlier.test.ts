import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordered } from "./ordered.js";
import { modifiedZ, spreadOf as spreadOfOrdered } from "./outlier.js";

const spreadOf = (values: readonly number[]) => spreadOfOrdered(ordered(Float64Array.from(values).sort()));

describe("the modified z-score", () => {
  it("measures from the median in median deviations", () => {
    const values = [1, 2, 3, 4, 100];
    expect(spreadOf(values)).toEqual({ median: 3, mad: 1 });
    expect(modifiedZ(100, spreadOf(values))).toEqual({ score: 0.6745 * 97, outlier: true });
    expect(modifiedZ(3, spreadOf(values))).toEqual({ score: 0, outlier: false });
    expect(modifiedZ(-3, spreadOf(values))).toEqual({ score: 0.6745 * -6, outlier: true });
  });

  it("is an outlier beyond 3.5 either way, not at it", () => {
    const spread = { median: 0, mad: 0.6745 };
    expect([3.5, -3.5, 3.51, -3.51].map((value) => modifiedZ(value, spread)?.outlier)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("is not known of nothing, nor where more than half are the same", () => {
    expect(spreadOf([])).toBeNull();
    for (const values of [[], [4], [4, 4, 4, 9]]) expect(modifiedZ(9, spreadOf(values))).toBeNull();
  });

  it("does not depend on the unit of measure, nor on where 0 is", () => {
    const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(integers, fc.integer({ min: 1, max: 50 }), fc.integer(), (values, factor, shift) => {
        const [first = 0] = values;
        const plain = modifiedZ(first, spreadOf(values));
        const other = modifiedZ(first * factor + shift, spreadOf(values.map((v) => v * factor + shift)));
        expect(other === null).toBe(plain === null);
        if (plain) expect(other?.score).toBeCloseTo(plain.score, 6);
      }),
    );
  });
});
