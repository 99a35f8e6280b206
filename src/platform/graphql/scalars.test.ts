import { parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { CallerFault } from "../../kernel/fault.js";
import { JsonScalar } from "./json.scalar.js";
import { DateScalar, DateTimeScalar, DecimalScalar } from "./scalars.js";

const refuses = (run: () => unknown) => expect(run).toThrow(CallerFault);

describe("Date", () => {
  it("is a real day", () => {
    expect(DateScalar.parseValue("2024-02-29")).toBe("2024-02-29");
    expect(DateScalar.serialize("2024-02-29")).toBe("2024-02-29");
    for (const wrong of [
      "2023-02-29",
      "2024-2-9",
      "2024-02-29T00:00:00Z",
      " 2024-02-29",
      "",
      20240229,
      null,
      {},
    ])
      refuses(() => DateScalar.parseValue(wrong));
    refuses(() => DateScalar.parseLiteral(parseValue("20240229")));
    expect(() => DateScalar.serialize(new Date())).toThrow(TypeError);
  });
});

describe("DateTime", () => {
  it("is an instant of RFC 3339", () => {
    expect(DateTimeScalar.parseValue("2024-01-01T00:00:00+08:00")).toBe("2023-12-31T16:00:00.000Z");
    expect(DateTimeScalar.parseLiteral(parseValue('"2024-01-01T00:00:00.5Z"'))).toBe(
      "2024-01-01T00:00:00.500Z",
    );
    for (const wrong of [
      "2024-01-01",
      "2024-01-01T00:00:00",
      "2024-02-30T00:00:00Z",
      "2024-01-01T24:00:00Z",
      0,
    ])
      refuses(() => DateTimeScalar.parseValue(wrong));
  });
  it("comes out of a Date or as it was stored", () => {
    expect(DateTimeScalar.serialize(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
    expect(DateTimeScalar.serialize("2024-01-01T00:00:00+08:00")).toBe("2024-01-01T00:00:00+08:00");
    expect(() => DateTimeScalar.serialize("2024-01-01 00:00:00")).toThrow(TypeError);
    expect(() => DateTimeScalar.serialize(new Date(Number.NaN))).toThrow();
  });
});

describe("Decimal", () => {
  it("keeps the text of what it is given", () => {
    for (const given of ["1.50", "-0", "abc", "1e3", "", "一"])
      expect(DecimalScalar.parseValue(given)).toBe(given);
    expect(DecimalScalar.parseValue(2147483646.123456)).toBe("2147483646.123456");
    expect(DecimalScalar.parseLiteral(parseValue("0.12345670"))).toBe("0.12345670");
    expect(DecimalScalar.parseLiteral(parseValue("-12"))).toBe("-12");
    expect(DecimalScalar.serialize("1.5")).toBe("1.5");
  });
  it("refuses what no number can be", () => {
    for (const wrong of [true, {}, [], "1".repeat(41), "1\n", "1\u0000", "\u200b1"])
      refuses(() => DecimalScalar.parseValue(wrong));
    for (const wrong of ["true", "{ a: 1 }", "[1]", "RED", `"${"1".repeat(41)}"`])
      refuses(() => DecimalScalar.parseLiteral(parseValue(wrong)));
    expect(() => DecimalScalar.serialize(1.5)).toThrow(TypeError);
  });
});

describe("JSON", () => {
  const literal = (source: string): unknown => JsonScalar.parseLiteral(parseValue(source), {});
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

  it.each([null, true, 0, "文", [], [1, [2]], { a: { b: null } }])("%j comes as it is", (value) => {
    expect(JsonScalar.parseValue(value)).toEqual(value);
    expect(JsonScalar.serialize(value)).toEqual(value);
  });

  it("is read from a literal, too", () => {
    expect(literal('{ date: "2026-04-20", days: [1, 2.5], kind: OFF, none: null }')).toEqual({
      ...{ date: "2026-04-20", days: [1, 2.5], kind: "OFF", none: null },
    });
  });

  it("has a bound to its depth and to its length", () => {
    expect(JsonScalar.parseValue(nested(16))).toEqual(nested(16));
    expect(() => JsonScalar.parseValue(nested(17))).toThrow(CallerFault);
    expect(() => literal(`${"[".repeat(17)}1${"]".repeat(17)}`)).toThrow(CallerFault);
    expect(JsonScalar.parseValue("x".repeat(49_998))).toHaveLength(49_998);
    expect(() => JsonScalar.parseValue("x".repeat(49_999))).toThrow(CallerFault);
  });
});
