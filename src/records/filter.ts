import { badInput } from "../kernel/fault.js";
import { fold } from "../kernel/fold.js";
import { isPlainText, lengthOf } from "../kernel/plain-text.js";
import { text } from "../kernel/text.js";
import { anyOf, containing, raw, sql, type Sql } from "../platform/db/index.js";
import { inYear } from "./ledger-table.js";

/** Both days included; either may be left out. */
export interface DateSpan {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Conditions of a range of dates on one column; none where neither end is given. */
export const withinRange = (column: string, range: DateSpan | null | undefined): Sql[] => [
  ...(range?.from ? [sql`${raw(column)} >= ${range.from}`] : []),
  ...(range?.to ? [sql`${raw(column)} <= ${range.to}`] : []),
];

/** Condition on one value of a column, if requested. */
export const being = (column: string, value: string | null | undefined): Sql[] =>
  value == null ? [] : [sql`${raw(column)} = ${value}`];

/** Condition on several values of a column, if requested. */
export const among = (column: string, values: readonly string[] | null | undefined): Sql[] =>
  values ? [sql`${raw(column)} in ${[...values]}`] : [];

const LONGEST_SEARCH = 200;

/** SQLite limits the length of LIKE patterns; MariaDB rejects unpaired surrogates. */
export function checkSearchText(wanted: string | null | undefined): void {
  if (wanted == null || (lengthOf(wanted) <= LONGEST_SEARCH && isPlainText(wanted))) return;
  throw badInput(
    text(
      `搜索的文字最多 ${LONGEST_SEARCH} 字，不含控制字符`,
      `At most ${LONGEST_SEARCH} plain characters to search for`,
    ),
    ["filter", "text"],
  );
}

/** Condition on a part of a record's texts, however it is typed. The column holds the texts folded by `foldAll`. */
export function having(column: string, part: string | null | undefined): Sql[] {
  const wanted = fold(part ?? "");
  return wanted ? [sql`${raw(column)} like ${containing(wanted)} escape '!'`] : [];
}

export const withinYears = (date: string, years: readonly number[] | null | undefined): Sql[] =>
  years ? [anyOf(years.map((year) => inYear(date, year)))] : [];

/** One of several typed texts, compared by bytes: collations equate different texts. */
export const byTyped = (column: string, values: readonly string[] | null | undefined): Sql[] =>
  values ? [sql`hex(${raw(column)}) in ${values.map(hexOf)}`] : [];

const hexOf = (value: string): string => Buffer.from(value, "utf8").toString("hex").toUpperCase();

/** Records for which a condition is true (or false), among those for which it is defined. */
export const whether = (wanted: boolean | null | undefined, condition: Sql, among?: Sql): Sql[] =>
  wanted == null ? [] : [...(among ? [among] : []), wanted ? condition : sql`not (${condition})`];
