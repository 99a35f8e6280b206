import type { Scaled } from "../../kernel/decimal.js";
import { showCellValue, type Cell, type Format } from "../../forms/index.js";
import type { DraftCell, DraftCells } from "../../filing/index.js";

export interface Summing {
  readonly format: Format;
  readonly cells: DraftCells;
  /** The cells that a return opened; null: all. */
  readonly openCells: readonly string[] | null;
  /** What the members add up to, in the order of the form. */
  readonly sums: readonly (Scaled | null)[];
}

/**
 * The working copy of a 本级汇总 with its members' sums laid over. Given totals go, so that they are computed; a value
 * whose difference is explained stays, and so does one that no member reports.
 */
export function summedCells({ format, cells, openCells, sums }: Summing): DraftCells {
  const open = (cell: Cell): boolean => openCells === null || openCells.includes(cell.code);
  return Object.fromEntries(
    format.cells.flatMap((cell) => {
      const known = cells[cell.code];
      const kept = !open(cell) || known?.difference !== undefined;
      const filled = kept ? known : summedCell(cell, known, sums[cell.position] ?? null);
      return filled ? [[cell.code, filled] as const] : [];
    }),
  );
}

function summedCell(cell: Cell, known: DraftCell | undefined, sum: Scaled | null): DraftCell | undefined {
  if (cell.computed) return undefined;
  return sum === null ? known : { value: showCellValue(cell, sum), source: "LEDGER" };
}
