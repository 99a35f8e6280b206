import type { Scaled } from "../../../kernel/decimal.js";
import type { LedgerName } from "../../ledger/index.js";
import { showCellValue, type Cell, type Format } from "../catalog/index.js";
import type { DraftCell, DraftCells } from "../report.entity.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";

export interface Derivation {
  readonly format: Format;
  readonly cells: DraftCells;
  /** The cells that a return opened; null: all. */
  readonly openCells: readonly string[] | null;
  readonly kept: ReadonlySet<LedgerName>;
  /** What the ledgers say, of every cell that they feed. */
  readonly values: ReadonlyMap<string, Scaled>;
}

/**
 * The working copy with the ledgers laid over. Given totals of fed tables go, so that they are computed. A value whose
 * difference is explained stays; a ledger that is not kept fills blanks and overwrites nothing.
 */
export function derivedCells(derivation: Derivation): DraftCells {
  const { format, cells, openCells } = derivation;
  const derived = new Map(Object.entries(cells));
  for (const cell of format.cells) {
    if (openCells && !openCells.includes(cell.code)) continue;
    const filled = derivedCell(derivation, cell);
    if (filled) derived.set(cell.code, filled);
    else derived.delete(cell.code);
  }
  return Object.fromEntries(derived);
}

function derivedCell({ cells, kept, values }: Derivation, cell: Cell): DraftCell | undefined {
  const known = cells[cell.code];
  const feed = CELL_FEEDS.get(cell.code);
  const value = values.get(cell.code);
  if (!feed || value === undefined || known?.difference !== undefined) return known;
  const overwrites = kept.has(feed.feed.ledger);
  if (cell.computed) return overwrites ? undefined : known;
  return known && !overwrites ? known : { value: showCellValue(cell, value), source: "LEDGER" };
}
