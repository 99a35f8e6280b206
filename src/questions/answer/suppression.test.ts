import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { text } from "../../kernel/text.js";
import { grouped, meets, type Axis, type Group, type Grouped, type Tallied } from "./grouping.js";
import { protect, type Protection } from "./suppression.js";

const axis = (name: string): Axis => ({
  dimension: name,
  label: text(name, name),
  keysOf: (columns) => {
    const key = String(columns[name]);
    return [{ key, label: text(key, key), place: key }];
  },
});

const tableOf = (dimensions: readonly string[], filters: number, records: readonly Tallied[]): Grouped =>
  grouped(
    dimensions.map(axis),
    Array.from({ length: filters }, () => ({ field: null })),
    records,
    new Map(),
  );

const cell = (columns: Record<string, string>, count: number, met = 1): Tallied => ({ columns, count, met });

const shownIn = (table: Grouped, protection: Protection, filter = 0): (number | null)[] =>
  [...table.groups, table.total].map((group) =>
    protection.hides(group, filter, true) ? null : (group.counts[filter] ?? 0),
  );

const shown = (counts: readonly number[], threshold = 3): (number | null)[] => {
  const table = tableOf(
    ["a"],
    1,
    counts.map((count, i) => cell({ a: String(i) }, count)),
  );
  return shownIn(table, protect(table, [[0]], threshold));
};

describe("a line of cells and its total", () => {
  it("hides a cell of few with the next smallest", () => {
    expect(shown([10, 2, 5])).toEqual([10, null, null, 17]);
  });

  it("G12 is enough where several of few come to the threshold: no more is hidden", () => {
    expect(shown([10, 2, 2, 5])).toEqual([10, null, null, 5, 19]);
  });

  it("G12 one line more is hidden and not the rest, nor what is hidden already again", () => {
    expect(shown([10, 2, 5, 8, 9])).toEqual([10, null, null, 8, 9, 34]);
    expect(shown([10, 2, 2, 2, 5, 8])).toEqual([10, null, null, null, 5, 8, 29]);
  });

  it("hides one more where those of few together are few", () => {
    expect(shown([10, 1, 1, 5])).toEqual([10, null, null, null, 17]);
  });

  it("hides one more where every hidden cell could only be one", () => {
    expect(shown([10, 1, 1, 1, 5])).toEqual([10, null, null, null, null, 18]);
  });

  it("hides the total where there is nothing else to hide", () => {
    expect(shown([1, 1, 1])).toEqual([null, null, null, null]);
    expect(shown([2])).toEqual([null, null]);
    expect(shown([1, 1])).toEqual([null, null, null]);
    expect(shown([2, 2])).toEqual([null, null, 4]);
  });

  it("leaves alone what is not few", () => {
    expect(shown([3, 4])).toEqual([3, 4, 7]);
    expect(shown([2, 1], 1)).toEqual([2, 1, 3]);
  });
});

describe("a table of two dimensions", () => {
  it("hides another cell in the row and in the column", () => {
    const counts = [
      [1, 10, 20],
      [30, 9, 40],
      [50, 60, 70],
    ];
    const table = tableOf(
      ["a", "b"],
      1,
      counts.flatMap((row, a) => row.map((count, b) => cell({ a: String(a), b: String(b) }, count))),
    );
    expect(shownIn(table, protect(table, [[0]], 3))).toEqual([
      null,
      null,
      20,
      null,
      null,
      40,
      50,
      60,
      70,
      290,
    ]);
  });
});

describe("filters within a group", () => {
  it("hides what differs from another by few", () => {
    const table = tableOf([], 2, [cell({}, 20, 0b11), cell({}, 2, 0b01)]);
    const protection = protect(table, [[0, 1]], 3);
    expect([0, 1].map((filter) => shownIn(table, protection, filter)[0])).toEqual([22, null]);
  });

  it("hides the sum of filters that could only be one each", () => {
    const table = tableOf([], 4, [cell({}, 1, 0b0011), cell({}, 1, 0b0101), cell({}, 1, 0b1001)]);
    const protection = protect(table, [[0, 1, 2, 3]], 3);
    expect([0, 1, 2, 3].map((filter) => shownIn(table, protection, filter)[0])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("lets alone what is never added up", () => {
    const table = tableOf([], 2, [cell({}, 20, 0b11), cell({}, 2, 0b01)]);
    const [group = table.total] = table.groups;
    expect(protect(table, [], 3).hides(group, 1, false)).toBe(false);
  });
});

const THRESHOLD = 3;
const FILTERS = 4;
const ALL_FILTERS = Array.from({ length: FILTERS }, (_, i) => i);

const anyRecords = fc.array(
  fc.record({
    columns: fc.record({ a: fc.constantFrom("x", "y", "z"), b: fc.constantFrom("1", "2", "3") }),
    count: fc.integer({ min: 1, max: 6 }),
    met: fc.integer({ min: 0, max: 2 ** (FILTERS - 1) - 1 }).map((bits) => bits * 2 + 1),
  }),
  { maxLength: 14 },
);
const anyDimensions = fc.constantFrom<string[][]>([], ["a"], ["a", "b"]);

/** All sums of some of these, each taken -1, 0 or 1 times. */
function* combinationsOf(vectors: readonly (readonly number[])[]): Generator<number[]> {
  const [first, ...rest] = vectors;
  if (!first) return;
  const others = rest.length > 0 ? [...combinationsOf(rest)] : [first.map(() => 0)];
  for (const other of others)
    for (const sign of [-1, 0, 1]) yield other.map((entry, i) => entry + sign * (first[i] ?? 0));
}

describe("whatever the records", () => {
  const law = (check: (table: Grouped, protection: Protection) => void): void =>
    fc.assert(
      fc.property(anyRecords, anyDimensions, (records, dimensions) => {
        const table = tableOf(dimensions, FILTERS, records);
        check(table, protect(table, [ALL_FILTERS], THRESHOLD));
      }),
      { numRuns: 300 },
    );
  const countOf = (group: Group, filter: number): number => group.counts[filter] ?? 0;

  it("no cell of few is shown, and nothing of zero is hidden", () =>
    law((table, protection) => {
      for (const group of [...table.groups, table.total])
        for (const filter of ALL_FILTERS) {
          const count = countOf(group, filter);
          if (count === 0) expect(protection.hides(group, filter, true)).toBe(false);
          if (count > 0 && count < THRESHOLD) expect(protection.hides(group, filter, true)).toBe(true);
        }
    }));

  it("no hidden count is what a sum over one dimension leaves of those shown", () =>
    law((table, protection) => {
      const sums = [
        table.groups,
        ...["x", "y", "z", "1", "2", "3"].map((key) =>
          table.groups.filter((group) => group.keys.some((one) => one.key === key)),
        ),
      ];
      for (const filter of ALL_FILTERS)
        for (const line of sums) {
          const cells = line.filter((group) => countOf(group, filter) > 0);
          const hidden = cells.filter((group) => protection.hides(group, filter, true));
          const together = hidden.reduce((sum, group) => sum + countOf(group, filter), 0);
          const safe =
            hidden.length === 0 || (hidden.length > 1 && together >= THRESHOLD && together > hidden.length);
          // Where everything is hidden the sum is of nothing that is shown; the one of all groups goes with it.
          const sumShown =
            line === table.groups
              ? !protection.hides(table.total, filter, true)
              : hidden.length < cells.length;
          if (sumShown) expect(safe).toBe(true);
        }
    }));

  it("no hidden count, and no few by which two filters differ, is had from other filters of the group", () =>
    law((table, protection) => {
      for (const group of [...table.groups, table.total]) {
        const atoms = [...group.atoms];
        const vectorOf = (filter: number): number[] => atoms.map(([met]) => Number(meets(met, filter)));
        const isFew = (vector: readonly number[]): boolean => {
          const count = atoms.reduce((sum, [, many], i) => sum + many * (vector[i] ?? 0), 0);
          return count > 0 && count < THRESHOLD;
        };
        const isHidden = (filter: number): boolean => protection.hides(group, filter, true);
        const differences = ALL_FILTERS.flatMap((one) =>
          ALL_FILTERS.map((other) => atoms.map(([met]) => Number(meets(met, one) && !meets(met, other)))),
        );
        const alike = atoms.map((_, i) => atoms.map((__, j) => Number(i === j)));
        const secrets = new Set(
          [...ALL_FILTERS.filter(isHidden).map(vectorOf), ...[...differences, ...alike].filter(isFew)].map(
            String,
          ),
        );
        const seen = ALL_FILTERS.filter((filter) => !isHidden(filter)).map(vectorOf);
        for (const vector of combinationsOf(seen)) expect(secrets.has(String(vector))).toBe(false);
      }
    }));
});
