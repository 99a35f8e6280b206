import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../kernel/calendar-date.js";
import type { LocalDay } from "../../kernel/working-calendar.js";
import { chineseCalendar } from "./chinese-calendar.js";
import { mergedDays, placeDays } from "./local-days.js";
import { PLACES } from "./places.data.js";

const national = chineseCalendar();
const due = (unitCode: string, start: string): string => national.at(placeDays(unitCode)).after(start, 20);

describe("the working days of a place", () => {
  it.each([
    ["65", "2025-05-20", "2025-06-23"],
    ["650102001", "2025-03-10", "2025-04-09"],
    ["45-GAT", "2017-03-20", "2017-04-20"],
    ["4501", "2017-03-27", "2017-04-27"],
    ["450000", "2018-04-02", "2018-05-04"],
    ["45", "2021-04-01", "2021-05-06"],
    ["45", "2022-03-15", "2022-04-15"],
    // Off on a make-up day of the country.
    ["45", "2023-04-03", "2023-05-06"],
    ["45", "2026-04-01", "2026-05-07"],
    ["64", "2020-05-11", "2020-06-10"],
    ["6401", "2020-07-20", "2020-08-19"],
    ["64", "2024-06-03", "2024-07-04"],
    ["65", "2022-07-01", "2022-08-03"],
    ["5401", "2025-02-10", "2025-03-14"],
    ["5134", "2024-11-04", "2024-12-05"],
    ["371003", "2025-05-20", "2025-06-18"],
  ])("C4 gives %s, received on %s, until %s", (unit, start, last) => expect(due(unit, start)).toBe(last));

  it("C4 has a smaller place depart from the one around it, and nobody else", () => {
    const dayIn = (code: string, date: string) => national.at(placeDays(code)).isWorkingDay(date);
    expect([dayIn("533102", "2023-04-14"), dayIn("3701", "2023-04-14")]).toEqual([false, true]);
    expect(placeDays("37")).toEqual([]);
    expect(placeDays("")).toEqual([]);
  });

  it("has every day in its place once, with its notice, and really other than in the country", () => {
    for (const { code, days } of PLACES) {
      expect(code).toMatch(/^\d{6}$/);
      expect(new Set(days.map(({ date }) => date)).size, code).toBe(days.length);
      for (const { date, kind, notice } of days) {
        expect(notice).not.toBe("");
        expect(national.isWorkingDay(date), `${code} ${date}`).toBe(kind === "OFF");
      }
    }
  });
});

describe("days of several governments", () => {
  const day = (date: string, kind: LocalDay["kind"]): LocalDay => ({ date, kind, notice: "通知" });

  it("are merged day by day: the nearest one's word holds", () => {
    const above = [day("2026-04-20", "OFF"), day("2026-04-21", "OFF")];
    expect(mergedDays([above, [day("2026-04-21", "NATIONAL"), day("2026-04-19", "WORK")]])).toEqual([
      day("2026-04-19", "WORK"),
      day("2026-04-20", "OFF"),
      day("2026-04-21", "NATIONAL"),
    ]);
  });

  it("change those days alone, and NATIONAL is as if nothing were said", () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 900 }).map((n) => addDays("2024-01-01", n)));
    const kinds = fc.constantFrom("OFF" as const, "WORK" as const, "NATIONAL" as const);
    fc.assert(
      fc.property(dates, kinds, fc.integer({ min: 0, max: 900 }), (off, kind, n) => {
        const place = national.at(off.map((date) => day(date, kind)));
        const date = addDays("2024-01-01", n);
        const there =
          off.includes(date) && kind !== "NATIONAL" ? kind === "WORK" : national.isWorkingDay(date);
        expect(place.isWorkingDay(date)).toBe(there);
      }),
      { numRuns: 30 },
    );
  });
});
