import { TABLE_NAMES, type FormatSpec } from "./formats.data.js";
import type { ColumnSpec, RowSpec } from "./form-table.js";
import type { Cell, Format } from "./format.js";

/** Multiplies a form's rows by their columns; a cell's position is its place in that order. */
export function buildFormat({ rows, ...head }: FormatSpec): Format {
  const cells = rows
    .flatMap((row) => row.columns.map((column) => placeless(row, column)))
    .map((cell, position): Cell => ({ ...cell, position }));
  const positions = new Map(cells.map((cell) => [cell.code, cell.position]));
  return { ...head, cells, position: (code) => positions.get(code) };
}

function placeless(row: RowSpec, column: ColumnSpec): Omit<Cell, "position"> {
  const parts = partsOf(row, column);
  const table = TABLE_NAMES[row.table];
  const headings = row.block ? [row.block, ...row.path] : row.path;
  return {
    code: `${row.key}.${column.key}`,
    label: [table.zh, ...headings, row.label, ...column.path, column.label].join(" · "),
    labelEn: [table.en, row.name.en, column.name.en].join(" · "),
    unit: row.unit,
    kind: column.kind,
    scale: column.kind === "decimal" ? 6 : 0,
    table: row.table,
    block: row.block,
    rowPath: row.path,
    rowLabel: row.label,
    columnLabel: column.label,
    row: row.key,
    column: column.key,
    rowName: row.name,
    columnName: column.name,
    computed: parts.length > 0,
    parts,
    onlyFor: row.onlyFor,
    basis: row.basis,
  };
}

/**
 * A summing row wins over a summing column: （七）总计 is the sum of the results in every column, so that
 * requests.total.total is the sum of the results' own totals and the row total of （七） stays a check on it.
 */
const partsOf = (row: RowSpec, column: ColumnSpec): readonly string[] =>
  row.sumOf.length > 0
    ? row.sumOf.map((part) => `${part}.${column.key}`)
    : column.sumOf.map((part) => `${row.key}.${part}`);
