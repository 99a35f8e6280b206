import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import { columnsOf, overlapProblems, supplyProblems, type SupplyFields } from "./supply.rules.js";

const calendar = new WorkingCalendar({
  holidays: new Set(),
  makeUpDays: new Set(),
  firstYear: 2024,
  lastYear: 2025,
});
const limits = { now: new Date("2025-07-01T10:00:00+08:00"), calendar };
const LICENCES: SupplyFields = {
  indicator: "proactive.licences.decisions",
  supplier: "行政审批服务局",
  from: "2025-01-01",
  to: "2025-03-31",
  quantity: "12",
};
const FEES = { ...LICENCES, indicator: "proactive.fees.amount" };
const complaints = (fields: SupplyFields) => supplyProblems(fields, limits).map(({ path }) => path.join("."));

describe("what another office supplies", () => {
  it.each(["0", "12", "2147483647", "7.0"])("a count of %s", (quantity) => {
    expect(complaints({ ...LICENCES, quantity })).toEqual([]);
  });

  it.each(["", "-1", "1.5", "1e3", "2147483648", "十二"])("no count of %s", (quantity) => {
    expect(complaints({ ...LICENCES, quantity })).toEqual(["input.quantity"]);
  });

  it("fees in 万元, with six decimals", () => {
    expect(complaints({ ...FEES, quantity: "59237.2449" })).toEqual([]);
    expect(columnsOf({ ...FEES, quantity: "0059237.244900" }).quantity).toBe("59237.2449");
    expect(complaints({ ...FEES, quantity: "0.0000001" })).toEqual(["input.quantity"]);
    expect(complaints({ ...FEES, quantity: "2147483647.000001" })).toEqual(["input.quantity"]);
  });

  it.each(["constructor", "__proto__", "proactive.regulations.issued"])("no cell %s", (indicator) => {
    expect(complaints({ ...LICENCES, indicator })).toEqual(["input.indicator"]);
  });

  it("of one year, and of the past", () => {
    expect(complaints({ ...LICENCES, from: "2024-12-01" })).toEqual(["input.to"]);
    expect(complaints({ ...LICENCES, to: "2024-12-31" })).toEqual(["input.to"]);
    expect(complaints({ ...LICENCES, to: "2025-07-02" })).toEqual(["input.to"]);
    expect(complaints({ ...LICENCES, from: "2023-01-01", to: "2023-02-01" })).toEqual([
      "input.from",
      "input.to",
    ]);
    expect(complaints({ ...LICENCES, indicator: "requests.received.total", supplier: "" })).toEqual([
      "input.indicator",
      "input.supplier",
    ]);
  });

  it("no day twice, by the same office and for the same cell", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-02-${String(n).padStart(2, "0")}`);
    const period = fc.tuple(day, day).map((days) => days.sort());
    fc.assert(
      fc.property(period, period, ([from = "", to = ""], [otherFrom = "", otherTo = ""]) => {
        const other = { ...columnsOf({ ...LICENCES, from: otherFrom, to: otherTo }) };
        const row = {
          ...other,
          id: "x",
          unitId: "u",
          enteredBy: "p",
          signedOffAt: null,
          signedOffBy: null,
          revocation: null,
          revision: 1,
          createdAt: "",
        };
        const apart = to < otherFrom || otherTo < from;
        const fields = { ...LICENCES, from, to };
        expect(overlapProblems(fields, [row]).length).toBe(apart ? 0 : 1);
        expect(overlapProblems({ ...fields, supplier: "税务局" }, [row])).toEqual([]);
        expect(overlapProblems({ ...FEES, from, to }, [row])).toEqual([]);
      }),
    );
  });
});
