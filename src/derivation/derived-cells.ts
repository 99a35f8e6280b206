import type { Scaled } from "../kernel/decimal.js";
import { showCellValue, type Cell, type Format } from "../forms/index.js";
import { isOpen } from "../filing/index.js";
import type { DraftCell, DraftCells, ReportRow } from "../reports/index.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";
import type { FedParts } from "./fed-parts.js";

/** The working copy to fill. */
interface Filling extends Pick<ReportRow, "cells" | "openCells"> {
  readonly format: Format;
}

export interface Derivation extends Filling {
  readonly parts: FedParts;
  /** Ledger values of all cells that the ledgers feed. */
  readonly values: ReadonlyMap<string, Scaled>;
}

/**
 * The working copy with ledger values. Given totals of fed tables are removed, so that they are computed. Values with
 * an explained difference stay, and so do values without a ledger; values from a ledger that no longer supports them
 * are removed.
 */
export function derivedCells(derivation: Derivation): DraftCells {
  const { format, cells } = derivation;
  const derived = new Map(Object.entries(cells));
  for (const cell of format.cells) {
    if (!isOpen(derivation, cell.code)) continue;
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

export interface Summing extends Filling {
  /** Sums of the members, in the order of the form. */
  readonly sums: readonly (Scaled | null)[];
}

/**
 * The working copy of a 本级汇总 with the sums of its members. Given totals are removed, so that they are computed;
 * values with an explained difference stay, and so do values that no member reports.
 */
export function summedCells({ format, cells, openCells, sums }: Summing): DraftCells {
  return Object.fromEntries(
    format.cells.flatMap((cell) => {
      const known = cells[cell.code];
      const kept = !isOpen({ openCells }, cell.code) || known?.difference !== undefined;
      const filled = kept ? known : summedCell(cell, known, sums[cell.position] ?? null);
      return filled ? [[cell.code, filled] as const] : [];
    }),
  );
}

function summedCell(cell: Cell, known: DraftCell | undefined, sum: Scaled | null): DraftCell | undefined {
  if (cell.computed) return undefined;
  return sum === null ? known : { value: showCellValue(cell, sum), source: "LEDGER" };
}
