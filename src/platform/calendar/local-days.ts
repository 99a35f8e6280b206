import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { LocalDay } from "../../kernel/working-calendar.js";
import { PLACES } from "./places.data.js";

/** The common prefix of all codes in a region: 45 for 450000. */
const beginningOf = (code: string): string => code.replace(/(00)+$/, "");

const BY_BEGINNING = [...PLACES]
  .map(({ code, days }) => ({ beginning: beginningOf(code), days }))
  .sort((a, b) => a.beginning.length - b.beginning.length);

/** The days of the places in which a unit lies, by its code (GB/T 2260); a smaller place overrides a larger one. */
export const placeDays = (unitCode: string): LocalDay[] =>
  mergedDays(BY_BEGINNING.filter(({ beginning }) => unitCode.startsWith(beginning)).map(({ days }) => days));

/** Merges lists by date; later lists override earlier ones. */
export const mergedDays = (lists: readonly (readonly LocalDay[])[]): LocalDay[] =>
  [...new Map<CalendarDate, LocalDay>(lists.flat().map((day) => [day.date, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
