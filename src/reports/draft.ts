import { parseScaled } from "../kernel/decimal.js";
import {
  completeTotals,
  MAX_CELL,
  type Cell,
  type CellValues,
  type Completed,
  type Format,
} from "../forms/index.js";
import type { CellSource, DraftCells } from "./report.entity.js";

/** The values of a working copy, its missing totals computed. */
export function completedValues(format: Format, cells: DraftCells): Completed {
  const given: CellValues = format.cells.map((cell) => {
    const value = cells[cell.code]?.value;
    return value === undefined ? null : parseScaled(value, cell.scale);
  });
  return completeTotals(format, given);
}

/** Totals that exceed the limit of a cell. */
export const overflowing = (format: Format, { values, computed }: Completed): Cell[] =>
  format.cells.filter(
    (cell) => computed.has(cell.position) && (values[cell.position] ?? 0) > MAX_CELL * 10 ** cell.scale,
  );

const SOURCE_LETTERS: Readonly<Record<CellSource, string>> = {
  ENTERED: "E",
  LEDGER: "L",
  NONE_STATED: "N",
  IMPORTED: "I",
  COMPUTED: "C",
};
const SOURCES = Object.fromEntries(Object.entries(SOURCE_LETTERS).map(([s, l]) => [l, s])) as Readonly<
  Record<string, CellSource>
>;

/** Where each cell's value comes from, in the format's order; a blank counts as entered. */
export function sourcesOf(format: Format, cells: DraftCells, completed: Completed): CellSource[] {
  return format.cells.map((cell) =>
    completed.computed.has(cell.position) ? "COMPUTED" : (cells[cell.code]?.source ?? "ENTERED"),
  );
}

export const packSources = (sources: readonly CellSource[]): string =>
  sources.map((source) => SOURCE_LETTERS[source]).join("");

export const unpackSources = (letters: string): CellSource[] =>
  [...letters].map((letter) => SOURCES[letter] ?? "ENTERED");

/** Cells with an explained difference from the counted value. */
export const explainedCells = (cells: DraftCells): ReadonlySet<string> =>
  new Set(Object.keys(cells).filter((code) => cells[code]?.difference !== undefined));
