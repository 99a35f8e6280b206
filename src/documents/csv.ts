import { localTime, type Cell, type Column, type Table } from "./table.js";

/** Without it Excel takes UTF-8 for the local code page, and Chinese for rubbish. */
export const BOM = "\uFEFF";
const LINE_END = "\r\n";
/** What many readers take for a remark: `comment="#"` in pandas. */
const REMARK = "# ";

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

/** A file has no formats: a percentage is a number of per cents, and its title says so. */
function plain(cell: Cell, kind: Column["kind"] | undefined): Cell {
  if (kind === "percent" && typeof cell === "number") return Number((cell * 100).toPrecision(12));
  if (kind === "instant" && typeof cell === "string") return localTime(cell);
  return cell;
}

const titleOf = ({ title, kind }: Column): string => (kind === "percent" ? `${title}（%）` : title);

/** The data rows alone: what the fingerprint is made of. */
export function* csvRows({ rows, columns }: Pick<Table, "rows" | "columns">): Generator<string> {
  for (const row of rows) yield csvLine(row.map((cell, i) => plain(cell, columns[i]?.kind)));
}

/**
 * RFC 4180, the table first, so that every program finds its header on line 1. What is said about it stands below, each
 * line a remark; the last tells that the file is whole.
 */
export function* csvLines(table: Table): Generator<string> {
  const { title, info, columns } = table;
  yield BOM + csvLine(columns.map(titleOf));
  yield* csvRows(table);
  yield LINE_END;
  yield csvLine([`${REMARK}${title}`]);
  for (const { label, value } of info) yield csvLine([`${REMARK}${label}`, value]);
}
