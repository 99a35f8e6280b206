import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addExact, summedCells, Summing, type CellSums } from "./cell-sums.js";
import { packSums, unpackSums } from "./packing-sums.js";

const sumsOf = (reports: number, values: CellSums["values"], blanks: CellSums["blanks"]): CellSums => {
  const sums = new Summing(values.length);
  sums.reports = reports;
  values.forEach((value, i) => (sums.values[i] = value));
  blanks.forEach((count, i) => (sums.blanks[i] = count));
  return sums;
};

const roundTrip = (sums: CellSums): CellSums => unpackSums(sums.values.length, sums.reports, packSums(sums));

const exact = fc.oneof(
  fc.constant(0),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }).map((big) => addExact(big, 0)),
);

describe("packed sums", () => {
  it("have the same bytes everywhere", () => {
    const sums = sumsOf(3, [0, 1, -1, 64, 0, 0, 0, 0, 300], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(Buffer.from(packSums(sums)).toString("hex")).toBe("01000e010201" + "8001" + "d804");
    const withBlanks = sumsOf(3, [0, 5], [2, 0]);
    expect(Buffer.from(packSums(withBlanks)).toString("hex")).toBe("0101020a0104");
  });

  it("come back as they were, however large", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(exact, fc.integer({ min: -5, max: 800_000 })), { maxLength: 210 }),
        fc.integer({ min: 0, max: 800_000 }),
        (cells, reports) => {
          const sums = sumsOf(
            reports,
            cells.map(([value]) => value),
            cells.map(([, blanks]) => blanks),
          );
          expect(roundTrip(sums)).toEqual({ ...sums });
        },
      ),
    );
  });

  it("at the edges of plain arithmetic", () => {
    const edges = [2 ** 48, 2 ** 53 - 1, 2n ** 53n, 2n ** 53n + 1n, -(2 ** 53 - 1), -(2n ** 53n), 2n ** 70n];
    const sums = sumsOf(
      1,
      edges,
      edges.map(() => 0),
    );
    expect(roundTrip(sums).values).toEqual(edges);
  });

  it.each([
    ["nothing", []],
    ["another version", [9, 0, 0]],
    ["unknown flags", [1, 2, 0]],
    ["too few bytes", [1, 0, 1]],
    ["a number that does not end", [1, 0, 1, 128]],
    ["bytes left over", [1, 0, 0, 7]],
  ])("%s is no sum", (_, bytes) => {
    expect(() => unpackSums(8, 1, Uint8Array.from(bytes))).toThrow("packed sums");
  });
});

describe("adding up", () => {
  const cells = fc.array(fc.option(fc.maxSafeInteger(), { nil: null }), { minLength: 6, maxLength: 6 });

  it("is exact: what was added can be taken away in any order, and nothing is left", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (reports) => {
        const sums = new Summing(6);
        for (const report of reports) sums.add(report);
        const exactly = [0, 1, 2, 3, 4, 5].map((i) =>
          reports.reduce((total, report) => total + BigInt(report[i] ?? 0), 0n),
        );
        expect(sums.values.map(BigInt)).toEqual(exactly);
        for (const report of reports) sums.add(report, -1);
        expect(sums).toEqual(new Summing(6));
      }),
    );
  });

  it("of parts is that of the whole", () => {
    fc.assert(
      fc.property(fc.array(cells), fc.array(cells), (some, others) => {
        const [a, b, all] = [new Summing(6), new Summing(6), new Summing(6)];
        for (const report of some) a.add(report);
        for (const report of others) b.add(report);
        for (const report of [...some, ...others]) all.add(report);
        a.addSums(b);
        expect(a).toEqual(all);
      }),
    );
  });

  it("a cell that is blank in every report is blank, in some is the sum of the others", () => {
    const sums = new Summing(3);
    sums.add([null, 1, 2]);
    sums.add([null, null, 3]);
    expect(summedCells(sums)).toEqual([null, 1, 5]);
  });
});
