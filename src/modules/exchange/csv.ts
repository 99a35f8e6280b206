import type { Cell, Table } from "./table.js";

/** Without it Excel takes UTF-8 for the local code page, and Chinese for rubbish. */
export const BOM = "\uFEFF";
const LINE_END = "\r\n";

/** What a spreadsheet takes for a formula; those of East Asia take the full-width signs for it too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const SPECIAL = /[",\r\n]/;

/** Would a spreadsheet run this text rather than show it? */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !PLAIN_NUMBER.test(text);

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (cells: readonly Cell[]): string => cells.map(csvCell).join(",") + LINE_END;

/** The data rows alone: what the fingerprint is made of. */
export function* csvRows(rows: Table["rows"]): Generator<string> {
  for (const row of rows) yield csvLine(row);
}

/** RFC 4180. What is said about the table stands above it, so that a file cut short on its way can be told. */
export function* csvLines({ title, info, header, rows }: Table): Generator<string> {
  yield BOM + csvLine([title]);
  for (const { label, value } of info) yield csvLine([label, value]);
  yield LINE_END;
  yield csvLine(header);
  yield* csvRows(rows);
}
