import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { chineseCalendar } from "./chinese-calendar.js";

describe("the Chinese calendar", () => {
  const calendar = chineseCalendar();

  it.each([
    ["2024-01-22", 20, "2024-02-22"],
    ["2024-01-22", 40, "2024-03-21"],
    ["2024-01-22", 7, "2024-01-31"],
    ["2023-09-25", 20, "2023-10-27"],
    ["2023-09-25", 15, "2023-10-20"],
    ["2024-02-09", 1, "2024-02-18"],
    ["2025-01-10", 20, "2025-02-13"],
    ["2025-09-22", 20, "2025-10-24"],
    ["2025-12-15", 20, "2026-01-13"],
    ["2026-02-02", 20, "2026-03-06"],
    ["2026-09-18", 20, "2026-10-22"],
  ])("%s and %i working days is %s", (start, n, end) => expect(calendar.after(start, n)).toBe(end));

  it("has make-up days, and 39 announced days in 2026", () => {
    expect(calendar.isWorkingDay("2024-02-04")).toBe(true);
    expect(calendar.isWorkingDay("2024-02-09")).toBe(true);
    expect(calendar.isWorkingDay("2026-10-01")).toBe(false);
    expect(calendar.announcedUntil).toBe("2026-12-31");
  });
});

describe("an announcement installed as a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-calendar-"));
  const path = join(folder, "days.json");
  afterEach(() => rmSync(path, { force: true }));
  const install = (days: object | null) => writeFileSync(path, JSON.stringify(days));

  it("adds the year, and a holiday makes no date earlier", () => {
    const before = chineseCalendar();
    install({ holidays: { "2027-01-01": "元旦", "2027-01-04": "元旦" }, workdays: {} });
    const after = chineseCalendar(path);
    expect(after.announcedUntil).toBe("2027-12-31");
    expect(before.after("2026-12-10", 20)).toBe("2027-01-07");
    expect(after.after("2026-12-10", 20)).toBe("2027-01-11");
  });

  it.each([
    [{ holidays: { "1 January": "元旦" } }, "is not a date"],
    [{ holidays: ["2027-01-01"] }, "is not a date"],
    [{ workdays: { "2027-01-31": "春节" } }, "it has no “holidays”"],
    [null, "it has no “holidays”"],
  ])("is refused where it is %j", (days, why) => {
    install(days);
    expect(() => chineseCalendar(path)).toThrow(`${path}: `);
    expect(() => chineseCalendar(path)).toThrow(why);
  });
});
