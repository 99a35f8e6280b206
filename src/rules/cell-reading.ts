import type { Scaled } from "../kernel/decimal.js";
import { showCellValue, type Cell, type CellValues, type Format } from "../forms/index.js";
import type { Place } from "./rule.js";

/** One year's cells: this report, or last year's. */
export interface YearValues {
  readonly format: Format;
  readonly year: number;
  readonly values: CellValues;
  /** Positions of the totals that nobody typed; last year's are as they were submitted. */
  readonly computed?: ReadonlySet<number>;
}

/** null where it is blank, or where that year's form has no such cell. */
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
