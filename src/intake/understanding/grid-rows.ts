import type { GridCell, Table } from "../../reading/index.js";
import { isNumber } from "./figure-text.js";
import { APPLICANTS, OUTCOMES, PROACTIVE_COLUMNS, REMEDY_ROWS } from "./form-labels.js";
import type { Labels } from "./labels.js";

export const MOST_COLUMNS = 64;
/** A table of more rows is no report, but may be a ledger. */
const MOST_ROWS = 2_000;
const MOST_MERGED_ROWS = 200;

/** The cell of a row at a column, with the cells that reach into the row from above or from the left. */
export interface Slot {
  readonly cell: GridCell;
  readonly column: number;
  readonly isOwn: boolean;
}

export type Row = readonly Slot[];

/** The rows of a table that have cells, by their index. */
export function rowsOf(table: Table): [number, Row][] {
  const rows = new Map<number, Slot[]>();
  for (const cell of table.cells) {
    const below = Math.min(cell.row + cell.rowSpan, cell.row + MOST_MERGED_ROWS, MOST_ROWS);
    const right = Math.min(cell.column + cell.colSpan, MOST_COLUMNS);
    for (let row = cell.row; row < below; row++)
      for (let column = cell.column; column < right; column++) {
        const slots = rows.get(row) ?? [];
        slots.push({ cell, column, isOwn: row === cell.row && column === cell.column });
        rows.set(row, slots);
      }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, slots]) => [index, slots.sort((a, b) => a.column - b.column)]);
}

const HEADS: readonly Labels<string>[] = [APPLICANTS, OUTCOMES, PROACTIVE_COLUMNS, REMEDY_ROWS];
const CAPTION = /^(?:第二十条第.{0,4}项|信息内容|申请人情况|法人或其他组织|行政诉讼|行政复议)$/;
export const isCaption = (label: string): boolean =>
  CAPTION.test(
    label
      .replace(/\s+/g, "")
      .replace(/[（(][^）)]*[）)]/g, (note) => (/[一五六八九]/.test(note) ? note : "")),
  );

/** A row of headings: words of the form above columns, and no number. */
export const isHead = (row: Row): boolean =>
  !row.some(({ cell, isOwn }) => isOwn && isNumber(cell.text)) &&
  row.some(({ cell: { text } }) => HEADS.some((labels) => labels.exact(text) !== null) || isCaption(text));

/** The innermost heading that names a column, or the headings of two rows that make one word together. */
function headOf(stack: readonly GridCell[], labels: Labels<string>): string | null {
  const texts = stack.map((cell) => cell.text);
  for (let from = texts.length - 1; from >= 0; from--) {
    const key = labels.exact(texts[from] ?? "") ?? labels.exact(texts.slice(from).join(""));
    if (key !== null) return key;
  }
  return null;
}

/** The columns that the headings above them name, by index. A heading over several columns belongs to the first. */
export function columnsNamed(
  heads: ReadonlyMap<number, readonly GridCell[]>,
  labels: Labels<string>,
): Map<number, string> {
  const columns = new Map<number, string>();
  for (const [column, stack] of heads) {
    const key = stack.at(-1)?.column === column ? headOf(stack, labels) : null;
    if (key !== null) columns.set(column, key);
  }
  return columns;
}

/** How many columns were recognised, without those that tables share: 总计 and 其他. */
export const distinct = (columns: ReadonlyMap<number, string>): number =>
  new Set([...columns.values()].filter((key) => key !== "total" && !key.startsWith("other"))).size;
