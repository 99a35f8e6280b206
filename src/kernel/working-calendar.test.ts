import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateOfDay } from "./calendar-date.js";
import { WorkingCalendar } from "./working-calendar.js";

const calendar = (holidays: readonly string[] = [], makeUpDays: readonly string[] = []): WorkingCalendar =>
  new WorkingCalendar({
    holidays: new Set(holidays),
    makeUpDays: new Set(makeUpDays),
    firstYear: 2024,
    lastYear: 2025,
  });

const date = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2024-01-01", days));

describe("a working calendar", () => {
  it("knows weekends, holidays and the weekends that are worked", () => {
    const spring = calendar(["2024-02-12", "2024-02-10"], ["2024-02-18"]);
    const days = ["2024-02-09", "2024-02-10", "2024-02-12", "2024-02-13", "2024-02-18", "2024-02-17"];
    expect(days.map((day) => spring.isWorkingDay(day))).toEqual([true, false, false, true, true, false]);
  });

  it("does not count the first day, and ends on a working day", () => {
    expect(calendar().after("2024-01-05", 1)).toBe("2024-01-08");
    expect(calendar().between("2024-01-05", "2024-01-08")).toBe(1);
    expect(calendar().between("2024-01-08", "2024-01-08")).toBe(0);
    expect(calendar().between("2024-01-08", "2024-01-05")).toBe(0);
  });

  it("counts and reckons alike, whatever the days", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), fc.array(date), (start, n, holidays) => {
        const days = calendar(holidays);
        const end = days.after(start, n);
        expect(days.between(start, end)).toBe(n);
        expect(days.isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it("gives no date outside itself", () => {
    expect(() => calendar().after("2023-12-31", 1)).toThrow(RangeError);
    expect(calendar().covers("2099-01-01")).toBe(false);
  });
});

describe("reckoning with dates", () => {
  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2025-03-15", 6, "2025-09-15"],
    ["2025-12-31", 12, "2026-12-31"],
  ])("%s and %i months is %s", (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it("comes back from a day's number", () => expect(dateOfDay(0)).toBe("1970-01-01"));
});
