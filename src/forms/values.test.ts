import { describe, expect, it } from "vitest";
import { suqianFormat, suqianValues } from "./suqian.fixture.js";
import { completeTotals, readCellValue, showCellValue } from "./values.js";
import { evaluate } from "./evaluate.js";
import { formatByCode, indicator } from "./catalog.js";
import type { CellValues, Format } from "./format.js";

const format = suqianFormat();
const older = formatByCode("2019") ?? format;
const blank = (of: Format): (number | null)[] => of.cells.map(() => null);

/** A report with these cells alone. */
function only(cells: Record<string, number>, of = format): (number | null)[] {
  const values = blank(of);
  for (const [code, value] of Object.entries(cells)) values[of.position(code) ?? -1] = value;
  return values;
}

describe("reading a cell", () => {
  const count = "requests.received.naturalPerson";
  const change = "proactive.licences.itemsDelta";
  const amount = "proactive.fees.amount";

  it.each([
    [count, "12", 12],
    [count, "12.0", 12],
    [count, "0", 0],
    [count, "-0", 0],
    [count, "007", 7],
    [count, "2147483647", 2147483647],
    [change, "+1036", 1036],
    [change, "-417", -417],
    [change, "-2147483647", -2147483647],
    [amount, "59237.2449", 59_237_244_900],
    [amount, "0.000001", 1],
    [amount, "1.5000000", 1_500_000],
    [amount, "2147483647", 2_147_483_647_000_000],
  ])("%s takes %s", (code, raw, value) => {
    const cell = indicator(code);
    expect(cell && readCellValue(cell, raw)).toEqual({ value });
  });

  it.each([
    [count, "-1", "不能为负数"],
    [count, "-1.5", "不能为负数"],
    [count, "1.5", "必须是整数"],
    [count, "2147483648", "超出上限"],
    [count, "99999999999999999999999999", "超出上限"],
    [count, "", "不是数字"],
    [count, "/", "不是数字"],
    [count, "+3", "不是数字"],
    [count, "1e3", "不是数字"],
    [count, "NaN", "不是数字"],
    [change, "1.5", "必须是整数"],
    [change, "-2147483648", "超出上限"],
    [amount, "-0.1", "不能为负数"],
    [amount, "0.0000001", "最多六位小数"],
    [amount, "2147483647.000001", "超出上限"],
  ])("%s refuses %s: %s", (code, raw, problem) => {
    const cell = indicator(code);
    const result = cell && readCellValue(cell, raw);
    if (!result || !("problem" in result)) throw new Error("it was taken");
    expect(result.problem.zh).toContain(problem);
    expect(result.problem.zh).toContain(cell.label);
    expect(result.problem.en).toContain(cell.labelEn);
    if (raw.length > 3) expect(result.problem.zh.replace("2147483647", "")).not.toContain(raw);
  });

  it("shows the shortest decimal", () => {
    expect(showCellValue({ scale: 6 }, 59_237_244_900)).toBe("59237.2449");
    expect(showCellValue({ scale: 0 }, 12)).toBe("12");
  });
});

describe("completing totals", () => {
  it("finds every total of a real report from its parts", () => {
    for (const values of [suqianValues[2023], suqianValues[2024]]) {
      const parts = values.map((value, i) => (format.cells[i]?.computed ? null : value));
      const completed = completeTotals(format, parts);
      expect(completed.values).toEqual(values);
      expect(completed.computed.size).toBe(34);
    }
  });

  it("leaves a given total as it is", () => {
    const given = only({ "requests.granted.naturalPerson": 2, "requests.granted.total": 5 });
    const { values, computed } = completeTotals(format, given);
    const at = (code: string): number => format.position(code) ?? -1;
    expect(values[at("requests.granted.total")]).toBe(5);
    expect(values[at("requests.total.naturalPerson")]).toBe(2);
    expect(values[at("requests.total.total")]).toBe(5);
    expect([...computed]).toEqual([at("requests.total.naturalPerson"), at("requests.total.total")]);
  });

  it("leaves totals of blanks blank, and keeps 0 apart", () => {
    expect(completeTotals(format, blank(format)).values.every((value) => value === null)).toBe(true);
    const zero = completeTotals(format, only({ "remedies.review.upheld": 0 }));
    expect(zero.values[format.position("remedies.review.total") ?? -1]).toBe(0);
  });
});

describe("evaluating", () => {
  const ask = (code: string, values: CellValues, of = format) => evaluate(of, code)(values);

  it("gives 宿迁 2023's derived figures", () => {
    const values = suqianValues[2023];
    expect(ask("requests.denied.total.total", values).value).toBe(142);
    expect(ask("requests.other.total.naturalPerson", values).value).toBe(337);
    expect(ask("remedies.litigation.total", values).value).toBe(113);
    expect(ask("proactive.fees.amount", values).value).toBe(59_237_244_900);
    expect(ask("rates.disclosed", values)).toEqual({
      value: 1519 / 3486,
      numerator: 1519,
      denominator: 3486,
    });
    expect(ask("rates.carriedOut", values)).toEqual({ value: 121 / 3607, numerator: 121, denominator: 3607 });
    expect(ask("rates.reviewCorrected", values)).toEqual({
      value: 17 / 414,
      numerator: 17,
      denominator: 414,
    });
    expect(ask("rates.litigationLost", values)).toEqual({ value: 1 / 98, numerator: 1, denominator: 98 });
  });

  it("joins the three rows of 2021 and the one of 2019", () => {
    const three = {
      "requests.other.noCorrection.total": 1,
      "requests.other.unpaidFee.total": 2,
      "requests.other.misc.total": 3,
    };
    expect(ask("requests.other.total.total", only(three)).value).toBe(6);
    expect(
      ask("requests.other.total.total", only({ "requests.other.undivided.total": 7 }, older), older).value,
    ).toBe(7);
  });

  it("a blank part is 0, blanks alone are blank", () => {
    expect(ask("requests.denied.total.total", only({ "requests.denied.process.total": 4 })).value).toBe(4);
    expect(ask("requests.denied.total.total", blank(format)).value).toBeNull();
  });

  it.each([
    ["0/0", { "requests.granted.total": 0, "requests.total.total": 0 }, { numerator: 0, denominator: 0 }],
    ["4/0", { "requests.granted.total": 4, "requests.total.total": 0 }, { numerator: 4, denominator: 0 }],
    ["no denominator", { "requests.granted.total": 4 }, { numerator: 4, denominator: null }],
    ["no numerator", { "requests.total.total": 4 }, { numerator: null, denominator: 4 }],
  ])("a rate of %s is null", (_, cells, parts) =>
    expect(ask("rates.disclosed", only(cells))).toEqual({ value: null, ...parts }),
  );

  it("is null for codes the form does not have, and for unknown ones", () => {
    const nothing = { value: null, numerator: null, denominator: null };
    expect(ask("proactive.procurement.amount", suqianValues[2023])).toEqual(nothing);
    expect(ask("__proto__", suqianValues[2023])).toEqual(nothing);
  });

  it("is compiled once", () =>
    expect(evaluate(format, "rates.disclosed")).toBe(evaluate(format, "rates.disclosed")));
});
