import { dateInShanghai, yearOf } from "../kernel/calendar-date.js";
import { badInput } from "../kernel/fault.js";
import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import { formatOfYear, type Format, FORMATS } from "../forms/index.js";

/** The year of the oldest form; reports before it had another statistics form (国办发〔2014〕32号). */
export const FIRST_YEAR = Math.min(...FORMATS.map((format) => format.firstYear));

const lastYear = (now: Date): number => yearOf(dateInShanghai(now));

/** The form of a reportable year; undefined before the first form and for future years. */
export const reportableFormat = (year: number, now: Date): Format | undefined =>
  year > lastYear(now) ? undefined : formatOfYear(year);

/** All reportable years, oldest first. */
export const reportableYears = (now: Date): number[] =>
  Array.from({ length: lastYear(now) - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

const expected = (now: Date): Text =>
  text(
    `年度须在 ${FIRST_YEAR} 至 ${lastYear(now)} 之间`,
    `The year must be from ${FIRST_YEAR} to ${lastYear(now)}`,
  );

export const yearProblem = (path: Path, now: Date): Problem => invalidInput(path, expected(now));

/** A report covers 1 January to 31 December: it may be drafted before the year is over, not submitted. Null once the year is over. */
export const yearNotOver = ({ year }: { readonly year: number }, now: Date): Text | null =>
  year < lastYear(now)
    ? null
    : text(
        `${year} 年尚未结束：报告截至 12 月 31 日，${year + 1} 年 1 月 1 日（北京时间）起方可报送`,
        `${year} is not over: the report runs to 31 December and can be submitted from 1 January ${year + 1}, Beijing time`,
      );

/** For queries, which cannot answer with problems. */
export function requireReportYear(year: number, now: Date, path: Path): void {
  if (!reportableFormat(year, now)) throw badInput(expected(now), path);
}
