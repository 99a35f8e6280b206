import { readFileSync } from "node:fs";
import {
  dateOfDay,
  dayNumber,
  isCalendarDate,
  yearOf,
  type CalendarDate,
} from "../../kernel/calendar-date.js";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import { ANNOUNCED } from "./announced.data.js";

/** The file that an operator installs: names of holidays by date. */
interface DaysFile {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/**
 * Holidays and make-up days as the State Council announces them each November for the next year. Until a new release
 * holds the announcement, an operator may install it as a file:
 * `{"holidays": {"2027-01-01": "元旦"}, "workdays": {"2027-01-31": "春节"}}`, one or more whole years.
 */
export function chineseCalendar(installedFile: string | null = null): WorkingCalendar {
  const installed = installedFile === null ? { holidays: {}, workdays: {} } : readDays(installedFile);
  const announced = ANNOUNCED.flatMap((year) =>
    year.holidays.flatMap(([, first, last]) => eachDay(first, last)),
  );
  const holidays = [...announced, ...Object.keys(installed.holidays)];
  const makeUpDays = [...ANNOUNCED.flatMap((year) => year.workdays), ...Object.keys(installed.workdays)];
  const years = new Set(holidays.map(yearOf));
  const firstYear = Math.min(...years);
  let lastYear = firstYear;
  while (years.has(lastYear + 1)) lastYear++;
  return new WorkingCalendar({
    holidays: new Set(holidays),
    makeUpDays: new Set(makeUpDays),
    firstYear,
    lastYear,
  });
}

/** What the announced arrangement calls a day, with its notice; "" for a day that is as its weekday says. */
export function announcedName(date: CalendarDate): string {
  for (const { holidays, workdays, notices } of ANNOUNCED) {
    const named = holidays.find(([, first, last]) => first <= date && date <= last)?.[0];
    const name = named ?? (workdays.includes(date) ? "调休" : undefined);
    if (name !== undefined) return notices.length > 0 ? `${name}（${notices.join("、")}）` : name;
  }
  return "";
}

function eachDay(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const start = dayNumber(first);
  return Array.from({ length: dayNumber(last) - start + 1 }, (_, i) => dateOfDay(start + i));
}

function readDays(path: string): DaysFile {
  const { holidays, workdays } = (JSON.parse(readFileSync(path, "utf8")) ?? {}) as Partial<DaysFile>;
  if (!holidays) throw new Error(`${path}: “holidays” is missing`);
  const file = { holidays, workdays: workdays ?? {} };
  const noDate = (day: string): boolean => !isCalendarDate(day);
  const wrong = [...Object.keys(file.holidays), ...Object.keys(file.workdays)].find(noDate);
  if (wrong !== undefined) throw new Error(`${path}: “${wrong}” is not a date`);
  return file;
}
