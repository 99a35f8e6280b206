import type { Cell, Figures, TableKey } from "./format.js";
import { type Grid, type GridCell, headingsOf } from "./grid.js";
import { APPLICANT_COLUMNS } from "./requests.data.js";
import { showCellValue } from "./values.js";

/** Width of the text area of a page, in millimetres (GB/T 9704). */
const WIDTH = 156;
/** Widths of the label columns; the figures share the rest. */
const LABELS: Readonly<Record<TableKey, readonly number[]>> = {
  proactive: [48],
  requests: [10, 20, 42],
  remedies: [],
};
const APPLICANTS = "申请人情况";
const CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const CONTENT = "信息内容";

/** The official layout of one table of the form, filled in; a blank cell is printed blank. */
export const formGrid = (table: TableKey, figures: Figures): Grid =>
  GRIDS[table](rowsOf(table, figures), figures);

type Row = readonly [Cell, ...Cell[]];

/** The cells of a table by rows of the form. */
function rowsOf(table: TableKey, { format }: Figures): Row[] {
  const rows = new Map<string, Cell[]>();
  for (const cell of format.cells)
    if (cell.table === table) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()] as unknown as Row[];
}

const head = (text: string, colSpan = 1, rowSpan = 1): GridCell => ({ text, kind: "head", colSpan, rowSpan });
const label = (text: string, colSpan = 1, rowSpan = 1): GridCell => ({
  text,
  kind: "label",
  colSpan,
  rowSpan,
});

function figure(cell: Cell, { values }: Figures, colSpan = 1): GridCell {
  const value = values[cell.position] ?? null;
  const text = value === null ? "" : showCellValue(cell, value);
  return { text, kind: "figure", colSpan, rowSpan: 1, code: cell.code };
}

const widths = (table: TableKey, columns: number): number[] => {
  const labels = LABELS[table];
  const rest = WIDTH - labels.reduce((sum, width) => sum + width, 0);
  return [...labels, ...Array.from({ length: columns }, () => rest / columns)];
};

/** Table 二: a block for each clause of 条例 §20, whose columns share the width whatever their number. */
function proactive(rows: readonly Row[], figures: Figures): Grid {
  const columns = rows.reduce((all, row) => leastCommonMultiple(all, row.length), 1);
  const lines = rows.flatMap((row, i): GridCell[][] => {
    const [{ block, rowLabel }] = row;
    const span = columns / row.length;
    const line = [label(rowLabel), ...row.map((cell) => figure(cell, figures, span))];
    if (rows[i - 1]?.[0].block === block) return [line];
    const titles = row.map(({ columnLabel }) => head(columnLabel, span));
    return [[head(block ?? "", columns + 1)], [head(CONTENT), ...titles], line];
  });
  return { widths: widths("proactive", columns), headRows: 0, rows: lines };
}

/** Table 三: a header of three levels over the applicants, labels of three levels before the rows. */
function requests(rows: readonly Row[], figures: Figures): Grid {
  const levels = LABELS.requests.length;
  const columns = APPLICANT_COLUMNS.map((column) => [APPLICANTS, ...column.path, column.label]);
  const [first = [], ...others] = header(columns, levels);
  const labels = headingsOf(
    rows.map(([cell]) => [...cell.rowPath, cell.rowLabel]),
    levels,
  );
  const body = rows.map((row, i) => [
    ...labels.filter(({ at }) => at === i).map(({ text, depth, length }) => label(text, depth, length)),
    ...row.map((cell) => figure(cell, figures)),
  ]);
  return {
    widths: widths("requests", columns.length),
    headRows: levels,
    rows: [[head(CORNER, levels, levels), ...first], ...others, ...body],
  };
}

/** Table 四: all of its rows beside each other, below a header of three levels. */
function remedies(rows: readonly Row[], figures: Figures): Grid {
  const cells = rows.flat();
  const columns = cells.map((cell) => [...cell.rowPath, cell.rowLabel, cell.columnLabel]);
  return {
    widths: widths("remedies", columns.length),
    headRows: 3,
    rows: [...header(columns, 3), cells.map((cell) => figure(cell, figures))],
  };
}

const GRIDS: Readonly<Record<TableKey, (rows: readonly Row[], figures: Figures) => Grid>> = {
  proactive,
  requests,
  remedies,
};

function header(columns: readonly (readonly string[])[], levels: number): GridCell[][] {
  const headings = headingsOf(columns, levels);
  return Array.from({ length: levels }, (_, i) =>
    headings.filter(({ level }) => level === i).map(({ text, length, depth }) => head(text, length, depth)),
  );
}

const leastCommonMultiple = (a: number, b: number): number => (a * b) / greatestCommonDivisor(a, b);
const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
