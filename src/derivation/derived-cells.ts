import type { Scaled } from "../kernel/decimal.js";
import { showCellValue, type Cell, type Format } from "../forms/index.js";
import type { DraftCell, DraftCells } from "../filing/index.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";
import type { FedParts } from "./fed-parts.js";

export interface Derivation {
  readonly format: Format;
  readonly cells: DraftCells;
  /** The cells that a return opened; null: all. */
  readonly openCells: readonly string[] | null;
  readonly parts: FedParts;
  /** What the ledgers say, of every cell that they feed. */
  readonly values: ReadonlyMap<string, Scaled>;
}

/**
 * The working copy with the ledgers laid over. Given totals of fed tables go, so that they are computed. A value whose
 * difference is explained stays. What nobody keeps a ledger of stays as it was entered, or blank; a value that a ledger
 * once gave and does not stand for any more goes.
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

function derivedCell({ cells, parts, values }: Derivation, cell: Cell): DraftCell | undefined {
  const known = cells[cell.code];
  const feed = CELL_FEEDS.get(cell.code);
  if (!feed || known?.difference !== undefined) return known;
  const value = values.get(cell.code);
  if (value === undefined) return isFed(known) ? undefined : known;
  if (cell.computed) return undefined;
  const stated = parts.get(feed.part)?.state === "NONE_STATED";
  return { value: showCellValue(cell, value), source: stated ? "NONE_STATED" : "LEDGER" };
}

const isFed = (cell: DraftCell | undefined): boolean =>
  cell?.source === "LEDGER" || cell?.source === "NONE_STATED";
