import { localTime, type Cell, type Column, type Table } from "./table.js";

/** Without the mark Excel reads UTF-8 in the local code page and garbles Chinese. */
export const BOM = "\uFEFF";
const LINE_END = "\r\n";
/** Prefix that many readers treat as a comment: `comment="#"` in pandas. */
const REMARK = "# ";

/** Beginnings that a spreadsheet treats as a formula; East Asian versions include the full-width signs. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const SPECIAL = /[",\r\n]/;

/** True if a spreadsheet would execute the text instead of showing it. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !PLAIN_NUMBER.test(text);

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (cells: readonly Cell[]): string => cells.map(csvCell).join(",") + LINE_END;

/** CSV has no formats: percentages are written as numbers, and the title says so. */
function plain(cell: Cell, kind: Column["kind"] | undefined): Cell {
  if (kind === "percent" && typeof cell === "number") return Number((cell * 100).toPrecision(12));
  if (kind === "instant" && typeof cell === "string") return localTime(cell);
  return cell;
}

const titleOf = ({ title, kind }: Column): string => (kind === "percent" ? `${title}（%）` : title);

/** The data rows alone, as used for the fingerprint. */
export function* csvRows({ rows, columns }: Pick<Table, "rows" | "columns">): Generator<string> {
  for (const row of rows) yield csvLine(row.map((cell, i) => plain(cell, columns[i]?.kind)));
}

/**
 * RFC 4180, the table first, so that every program finds its header on line 1. The notes follow as comment lines; the
 * last line marks the file as complete.
 */
export function* csvLines(table: Table): Generator<string> {
  const { title, info, columns } = table;
  yield BOM + csvLine(columns.map(titleOf));
  yield* csvRows(table);
  yield LINE_END;
  yield csvLine([`${REMARK}${title}`]);
  for (const { label, value } of info) yield csvLine([`${REMARK}${label}`, value]);
}
