import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatScaled, parseScaled } from "./decimal.js";

describe("scaled decimals", () => {
  it.each([
    ["0", 6, 0],
    ["-0", 6, 0],
    ["59237.2449", 6, 59_237_244_900],
    ["2147483647", 6, 2_147_483_647_000_000],
    ["12.0", 0, 12],
    ["-3", 0, -3],
  ])("reads %s at scale %i", (textual, scale, scaled) => {
    expect(parseScaled(textual, scale)).toBe(scaled);
  });

  it.each(["", "1.", ".5", "1e3", "+1", "0x1", "１", " 1", "1.0000001", "99999999999999999999"])(
    "refuses %s",
    (textual) => {
      expect(parseScaled(textual, 6)).toBeNull();
    },
  );

  it("comes back exactly, whatever the value", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 6), (value, scale) => {
        expect(parseScaled(formatScaled(value, scale), scale)).toBe(value);
      }),
    );
  });

  it("writes the shortest form, also of sums beyond a double", () => {
    expect(formatScaled(1_500_000, 6)).toBe("1.5");
    expect(formatScaled(-1, 6)).toBe("-0.000001");
    expect(formatScaled(9_007_199_254_740_993_000_001n, 6)).toBe("9007199254740993.000001");
  });
});
