import { dateOfDay, dayNumber, type CalendarDate } from "../kernel/calendar-date.js";
import type { LocalDay, WorkingCalendar } from "../kernel/working-calendar.js";

/** A day that is not as its weekday says, or that a place decided on. */
export interface CalendarDay {
  readonly date: CalendarDate;
  readonly working: boolean;
  /** The holiday, or the notice that made the day what it is. */
  readonly name: string;
  readonly local: boolean;
}

const isWeekend = (date: CalendarDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The days of a year in a place that are off on a weekday or worked on a weekend, and those that the place decided on. */
export function calendarDays(
  national: WorkingCalendar,
  local: readonly LocalDay[],
  year: number,
  nameOf: (date: CalendarDate) => string,
): CalendarDay[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (!national.covers(first) || !national.covers(last)) return [];
  const calendar = national.at(local);
  const decided = new Map(local.map((day) => [day.date, day]));
  const length = dayNumber(last) - dayNumber(first) + 1;
  return Array.from({ length }, (_, i) => dateOfDay(dayNumber(first) + i))
    .filter((date) => decided.has(date) || calendar.isWorkingDay(date) === isWeekend(date))
    .map((date) => ({
      date,
      working: calendar.isWorkingDay(date),
      name: decided.get(date)?.notice ?? nameOf(date),
      local: decided.has(date),
    }));
}
