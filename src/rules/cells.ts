import type { Scaled } from "../kernel/decimal.js";
import { showCellValue, type Cell, type CellValues, type Format } from "../forms/index.js";
import type { Place, ListName } from "./rule.js";

/** One year's cells: this report, or last year's. */
export interface YearValues {
  readonly format: Format;
  readonly year: number;
  readonly values: CellValues;
  /** Positions of computed totals; last year's are as submitted. */
  readonly computed?: ReadonlySet<number>;
}

/** null if blank, or if the year's form has no such cell. */
export function valueOf(source: YearValues | null, code: string): Scaled | null {
  const position = source?.format.position(code);
  return position === undefined ? null : (source?.values[position] ?? null);
}

export function placeOf(source: YearValues, cell: Pick<Cell, "code" | "scale">): Place {
  const value = valueOf(source, cell.code);
  const shown = {
    code: cell.code,
    year: source.year,
    value: value === null ? null : showCellValue(cell, value),
  };
  const computed = value !== null && source.computed?.has(source.format.position(cell.code) ?? -1);
  return computed ? { ...shown, computed } : shown;
}

/** The cell of that code on the year's form. */
export function cellOf(source: YearValues, code: string): Cell | undefined {
  const position = source.format.position(code);
  return position === undefined ? undefined : source.format.cells[position];
}

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)];
const isTotal = (key: string): boolean => key === "total";

const columnsOf = (format: Format, table: Cell["table"]): readonly string[] =>
  unique(format.cells.filter((c) => c.table === table).map((c) => c.column));

const rowsWhere = (format: Format, test: (cell: Cell) => boolean): readonly string[] =>
  unique(format.cells.filter(test).map((c) => c.row));

/** The members of each list, in the order of the form. */
const LISTS: Readonly<Record<ListName, (format: Format) => readonly string[]>> = {
  column: (format) => columnsOf(format, "requests"),
  applicant: (format) => columnsOf(format, "requests").filter((key) => !isTotal(key)),
  row: (format) => rowsWhere(format, (c) => c.table === "requests"),
  result: (format) =>
    rowsWhere(format, (c) => c.table === "requests" && c.rowPath.length > 0 && c.row !== "requests.total"),
  group: (format) => rowsWhere(format, (c) => c.table === "remedies"),
  outcome: (format) => columnsOf(format, "remedies").filter((key) => !isTotal(key)),
  document: (format) => rowsWhere(format, (c) => c.block === "第二十条第（一）项"),
  itemRow: (format) => rowsWhere(format, (c) => c.column === "itemsDelta"),
};

const PLACEHOLDER = /\{(\w+)\}/;

const isListName = (name: string): name is ListName => name in LISTS;

export const membersOf = (format: Format, list: ListName): readonly string[] => LISTS[list](format);

/** Every code that a pattern stands for: `{result}.total` is the 总计 cell of each result row. */
export function expand(format: Format, pattern: string): readonly string[] {
  const name = PLACEHOLDER.exec(pattern)?.[1];
  if (name === undefined) return [pattern];
  if (!isListName(name)) throw new Error(`rules: no list ${name}`);
  return membersOf(format, name).flatMap((member) => expand(format, pattern.replace(`{${name}}`, member)));
}
