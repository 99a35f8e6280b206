import fc from "fast-check";
import { expect, it } from "vitest";
import { Span } from "./span.js";

it("tells what adding and subtracting gives", () => {
  const span = new Span([
    [1, 1, 1],
    [1, 0, 0],
  ]);
  expect(span.makes([0, 1, 1])).toEqual([1, -1]);
  expect(span.makes([0, 1, 0])).toBeNull();
  expect(new Span([]).makes([1])).toBeNull();
});

it("holds every sum of multiples of its vectors", () => {
  const vector = fc.array(fc.constantFrom(0, 1), { minLength: 5, maxLength: 5 });
  const weighted = fc.array(fc.tuple(vector, fc.integer({ min: -3, max: 3 })), { maxLength: 5 });
  fc.assert(
    fc.property(weighted, (parts) => {
      const sum = [0, 1, 2, 3, 4].map((i) =>
        parts.reduce((total, [one, times]) => total + times * (one[i] ?? 0), 0),
      );
      const made = new Span(parts.map(([one]) => one)).makes(sum) ?? [];
      const again = sum.map((_, i) =>
        parts.reduce((total, [one], j) => total + (made[j] ?? NaN) * (one[i] ?? 0), 0),
      );
      again.forEach((entry, i) => expect(entry).toBeCloseTo(sum[i] ?? NaN));
    }),
  );
});
