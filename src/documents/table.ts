import { createHash } from "node:crypto";
import type { Text } from "../kernel/text.js";

export type Cell = string | number | null;

/**
 * How to read the cells of a column. `percent`: fractions, 1 is 100 %; `date`: YYYY-MM-DD; `instant`: RFC 3339, shown
 * in Beijing time.
 */
export type ColumnKind = "text" | "number" | "percent" | "date" | "instant";

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A note on a table: scope, filter, coverage. */
export interface InfoLine {
  readonly label: string;
  readonly value: string;
}

/** An answer laid out for a spreadsheet, in the caller's language. */
export interface Table {
  readonly title: string;
  readonly info: readonly InfoLine[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Number of summary rows at the end, which are not sorted. */
  readonly summaries: number;
}

export const infoLine = (label: Text, value: string, language: keyof Text): InfoLine => ({
  label: label[language],
  value,
});

/** SHA-256 of the data rows as the CSV file has them, without its header: the same in every format. */
export function fingerprint(lines: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line);
  return hash.digest("hex");
}

const BEIJING_HOURS = 8;

/** `2024-02-06 10:05:00`: the wall clock of Beijing, which spreadsheets of every program read as a time. */
export const localTime = (instant: string): string =>
  new Date(Date.parse(instant) + BEIJING_HOURS * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
