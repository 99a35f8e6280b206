import { anyOf, raw, sql, type Sql } from "../../platform/db/index.js";
import { inYear } from "../../records/index.js";

/** Both days included; either may be left out. */
export interface DateSpan {
  readonly from?: string | null;
  readonly to?: string | null;
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
