import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isCalendarDate, yearOf } from "../../kernel/calendar-date.js";
import { WorkingCalendar } from "../../kernel/working-calendar.js";

/** Dates by their names: the shape of the package's file, and of one that an operator installs. */
interface DaysFile {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const packaged = (): DaysFile =>
  createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as DaysFile;

/**
 * Holidays and make-up days as the State Council announces them each November for the next year. The package follows
 * with a new version; until then an operator may install the announcement as a file:
 * `{"holidays": {"2027-01-01": "元旦"}, "workdays": {"2027-01-31": "春节"}}`, one or more whole years.
 */
export function chineseCalendar(installedFile: string | null = null): WorkingCalendar {
  const files = [packaged(), ...(installedFile === null ? [] : [readDays(installedFile)])];
  const holidays = files.flatMap((file) => Object.keys(file.holidays));
  const makeUpDays = files.flatMap((file) => Object.keys(file.workdays));
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

function readDays(path: string): DaysFile {
  const { holidays, workdays } = (JSON.parse(readFileSync(path, "utf8")) ?? {}) as Partial<DaysFile>;
  if (!holidays) throw new Error(`${path}: it has no “holidays”`);
  const file = { holidays, workdays: workdays ?? {} };
  const noDate = (day: string): boolean => !isCalendarDate(day);
  const wrong = [...Object.keys(file.holidays), ...Object.keys(file.workdays)].find(noDate);
  if (wrong !== undefined) throw new Error(`${path}: “${wrong}” is not a date`);
  return file;
}
