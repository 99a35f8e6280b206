import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { addDays, dayNumber } from "../../kernel/calendar-date.js";
import { ANNOUNCED } from "./announced.data.js";
import { chineseCalendar } from "./chinese-calendar.js";

/** Day 0, 1970-01-01, was a Thursday. */
const isWeekday = (date: string): boolean => ![6, 0].includes((dayNumber(date) + 4) % 7);

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

describe("the announced years", () => {
  const calendar = chineseCalendar();
  const { holidays, makeUpDays } = calendar.announced;
  const weekdaysOff = [...holidays].filter((date) => isWeekday(date) && !makeUpDays.has(date));

  // Year; weekdays off; make-up days; working days: the figures of the package chinese-days 1.5.7, from which the
  // data was taken, except 31 December 2005, a make-up day by 国办发明电〔2005〕35号 that the package lacks.
  it.each([
    [2004, 16, 6, 252],
    [2005, 16, 7, 251],
    [2006, 17, 8, 251],
    [2007, 19, 7, 249],
    [2008, 16, 5, 251],
    [2009, 17, 6, 250],
    [2010, 19, 8, 250],
    [2011, 16, 6, 250],
    [2012, 18, 6, 249],
    [2013, 23, 12, 250],
    [2014, 16, 5, 250],
    [2015, 17, 5, 249],
    [2016, 17, 6, 250],
    [2017, 16, 5, 249],
    [2018, 18, 7, 250],
    [2019, 17, 6, 250],
    [2020, 19, 6, 249],
    [2021, 18, 7, 250],
    [2022, 18, 7, 249],
    [2023, 18, 7, 249],
    [2024, 19, 8, 251],
    [2025, 18, 5, 248],
    [2026, 19, 6, 248],
  ])("%i: %i weekdays off, %i make-up days, %i working days", (year, off, makeUp, working) => {
    const of = (days: Iterable<string>): number =>
      [...days].filter((day) => day.startsWith(`${year}`)).length;
    const first = calendar.isWorkingDay(`${year}-01-01`) ? 1 : 0;
    const all = calendar.between(`${year}-01-01`, `${year}-12-31`) + first;
    expect([of(weekdaysOff), of(makeUpDays), all]).toEqual([off, makeUp, working]);
  });

  it("has the very working days of the package, but for that one", () => {
    const days = [];
    for (let day = "2004-01-01"; day <= "2026-12-31"; day = addDays(day, 1))
      if (calendar.isWorkingDay(day) && day !== "2005-12-31") days.push(day);
    expect(days.length).toBe(5744);
    expect(createHash("sha256").update(days.join("\n")).digest("hex")).toBe(
      "b225b1249d05c117ff722814b8dbdbf6f6b8c716a49272c3095fb87e753e980d",
    );
  });

  it("names notices of the year or of the year before, and works on weekends alone", () => {
    for (const { year, notices, workdays } of ANNOUNCED) {
      for (const notice of notices)
        expect(notice).toMatch(new RegExp(`^国办?发明电〔(${year - 1}|${year})〕\\d+号$`));
      expect(workdays.filter(isWeekday)).toEqual([]);
    }
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
    [{ workdays: { "2027-01-31": "春节" } }, "“holidays” is missing"],
    [null, "“holidays” is missing"],
  ])("is refused where it is %j", (days, why) => {
    install(days);
    expect(() => chineseCalendar(path)).toThrow(`${path}: `);
    expect(() => chineseCalendar(path)).toThrow(why);
  });
});
