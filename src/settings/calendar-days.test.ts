import { describe, expect, it } from "vitest";
import { announcedName, chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { calendarDays } from "./calendar-days.js";

const days = (year: number, local: Parameters<typeof calendarDays>[1] = []) =>
  calendarDays(chineseCalendar(), local, year, announcedName);
const on = (date: string, local?: Parameters<typeof calendarDays>[1]) =>
  days(Number(date.slice(0, 4)), local).find((day) => day.date === date);

describe("the days of a year that are not as their weekday says", () => {
  it("are the country's holidays on weekdays and its weekends worked, each with its name", () => {
    expect(on("2026-02-17")).toEqual({
      ...{ date: "2026-02-17", working: false, local: false },
      name: "春节（国办发明电〔2025〕7号）",
    });
    expect(on("2026-02-14")).toMatchObject({ working: true, name: "调休（国办发明电〔2025〕7号）" });
    // A Sunday within a holiday is off as any Sunday.
    expect(on("2026-02-15")).toBeUndefined();
  });

  it("are, besides, those of the place, with its notice, even where it restores the nation's", () => {
    const local = [
      { date: "2026-04-20", kind: "OFF", notice: "本区通知" },
      { date: "2026-04-21", kind: "NATIONAL", notice: "同全国" },
    ] as const;
    expect(on("2026-04-20", local)).toEqual({
      ...{ date: "2026-04-20", working: false, name: "本区通知", local: true },
    });
    expect(on("2026-04-21", local)).toMatchObject({ working: true, local: true });
  });

  it("are none in a year that no calendar reaches, or that is not announced", () =>
    expect([days(1900), days(2031)]).toEqual([[], []]));
});
