import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { LocalDay } from "../../kernel/working-calendar.js";
import { PLACES } from "./places.data.js";

/** 450000 is the region, 45 the beginning of every code in it. */
const beginningOf = (code: string): string => code.replace(/(00)+$/, "");

const BY_BEGINNING = [...PLACES]
  .map(({ code, days }) => ({ beginning: beginningOf(code), days }))
  .sort((a, b) => a.beginning.length - b.beginning.length);

/** The days of the places in which a unit lies, by its code (GB/T 2260); what a smaller place says of a day holds. */
export const placeDays = (unitCode: string): LocalDay[] =>
  mergedDays(BY_BEGINNING.filter(({ beginning }) => unitCode.startsWith(beginning)).map(({ days }) => days));

/** One word a day, the last list's; by date. */
export const mergedDays = (lists: readonly (readonly LocalDay[])[]): LocalDay[] =>
  [...new Map<CalendarDate, LocalDay>(lists.flat().map((day) => [day.date, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
