import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suqianFormat, suqianValues } from "./suqian.fixture.js";
import { FORMATS } from "./catalog.js";
import { pack, unpack } from "./packing.js";

const format = suqianFormat();
const zeros = format.cells.map(() => 0);
const cellValue = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  fc.constant(null),
  fc.integer({ min: 1, max: 300 }),
  fc.maxSafeInteger(),
);

describe("packing", () => {
  it.each(FORMATS.map((f) => [f.code, f] as const))("any values of %s come back", (_, f) => {
    const report = fc.array(cellValue, { minLength: f.cells.length, maxLength: f.cells.length });
    fc.assert(
      fc.property(report, (values) => {
        expect(unpack(f, pack(f, values))).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  it.each([63, 64, -1, -64, -65, 2 ** 31, 2 ** 32 + 1, 2_147_483_647_000_000, 2 ** 53 - 1, 1 - 2 ** 53])(
    "keeps %i exactly",
    (value) => expect(unpack(format, pack(format, [value, ...zeros.slice(1)]))[0]).toBe(value),
  );

  it("null is not 0", () => {
    const withBlank = [null, ...zeros.slice(1)];
    expect(pack(format, withBlank)).not.toEqual(pack(format, zeros));
    expect(unpack(format, pack(format, withBlank))).toEqual(withBlank);
  });

  it("a report without blanks has no bitmap of them", () => {
    expect(pack(format, zeros)).toHaveLength(2 + 25);
    expect(pack(format, [null, ...zeros.slice(1)])).toHaveLength(2 + 25 + 25);
  });

  // These very bytes are in databases.
  it("writes 宿迁 2023 as it always did", () => {
    expect(Buffer.from(pack(format, suqianValues[2023])).toString("hex")).toMatchSnapshot();
  });

  it("refuses what it did not write", () => {
    const bytes = pack(format, suqianValues[2023]);
    const changed = (at: number, byte: number): Uint8Array => bytes.map((b, i) => (i === at ? byte : b));
    expect(() => unpack(format, new Uint8Array())).toThrow("unknown version");
    expect(() => unpack(format, changed(0, 2))).toThrow("unknown version");
    expect(() => unpack(format, changed(1, 4))).toThrow("unknown flags");
    expect(() => unpack(format, Uint8Array.of(...bytes, 0))).toThrow("trailing");
    for (const length of [1, 10, bytes.length - 1]) {
      expect(() => unpack(format, bytes.slice(0, length))).toThrow("truncated");
    }
    expect(() => pack(format, zeros.slice(1))).toThrow("199 values for 200 cells");
    expect(() => pack(format, [0.5, ...zeros.slice(1)])).toThrow("safe integer");
  });
});
