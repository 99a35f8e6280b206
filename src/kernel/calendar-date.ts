/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`; comparing the strings compares the dates. */
export type CalendarDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export function isCalendarDate(value: string): value is CalendarDate {
  const match = SHAPE.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** China has one time zone and no daylight saving since 1992, so the offset is a constant. */
export const dateInShanghai = (instant: Date): CalendarDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** Days since 1970-01-01, for arithmetic with dates. (A date without a time is parsed as UTC.) */
export const dayNumber = (date: CalendarDate): number => Date.parse(date) / DAY_MS;

/** The statutory clock converts thousands of days; `toISOString` would take five times as long. */
export function dateOfDay(day: number): CalendarDate {
  const date = new Date(day * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return `${year}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}`;
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, "0"));

export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOfDay(dayNumber(date) + days);

/** The same day of a later month, or that month's last where it is shorter (民法典 §203). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(day, lastOfMonth.getUTCDate())).padStart(2, "0")}`;
}
