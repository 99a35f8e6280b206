import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Nearness, type Point } from "./nearest.js";

describe("the nearest units", () => {
  it("are near in every indicator, whatever it is measured in", () => {
    const points = [
      [10, 1_000_000],
      [11, 5_000_000],
      [14, 1_100_000],
      [12, 1_200_000],
      [40, 1_000_000],
    ];
    expect(new Nearness(points).nearest(0, 2)).toEqual([3, 2]);
    const inThousands = points.map(([a = 0, b = 0]) => [a, b / 1000]);
    expect(new Nearness(inThousands).nearest(0, 2)).toEqual([3, 2]);
  });

  it("are those that can be measured, and none where the unit itself cannot", () => {
    const nearness = new Nearness([[1], [null], [5], [2]]);
    expect(nearness.nearest(0, 9)).toEqual([3, 2]);
    expect(nearness.nearest(1, 9)).toEqual([]);
    expect(new Nearness([]).nearest(0, 1)).toEqual([]);
  });

  it("an indicator that is the same everywhere counts for nothing; equals stand in their order", () => {
    expect(
      new Nearness([
        [7, 3],
        [7, 9],
        [7, 4],
        [7, 2],
      ]).nearest(0, 3),
    ).toEqual([2, 3, 1]);
  });

  it("equals on either side stand in their order, too", () => {
    for (let far = 1; far < 50; far += 1)
      expect(new Nearness([[100], [100 + far], [100 - far], [300]]).nearest(0, 2)).toEqual([1, 2]);
  });

  it("are never the unit itself, nor farther than one left out", () => {
    const points = fc.array(fc.tuple(fc.option(fc.integer({ min: 0, max: 50 })), fc.nat(50)), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(points, fc.nat(6), (all: readonly Point[], size) => {
        const nearness = new Nearness(all);
        const everybody = nearness.nearest(0, all.length);
        const found = nearness.nearest(0, size);
        expect(found).toEqual(everybody.slice(0, size));
        expect(everybody).not.toContain(0);
        const measured = all.filter((point, at) => at > 0 && !point.includes(null));
        expect(everybody).toHaveLength(all[0]?.includes(null) ? 0 : measured.length);
      }),
    );
  });
});
