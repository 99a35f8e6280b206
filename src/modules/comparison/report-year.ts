import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { FORMATS } from "../reports/index.js";

/** The year of the oldest form. */
export const FIRST_YEAR = Math.min(...FORMATS.map((format) => format.firstYear));

export function requireReportYear(year: number, thisYear: number, path: readonly string[]): void {
  if (year < FIRST_YEAR || year > thisYear)
    throw badInput(
      text(`年度须为 ${FIRST_YEAR} 至 ${thisYear}`, `A year is from ${FIRST_YEAR} to ${thisYear}`),
      path,
    );
}
