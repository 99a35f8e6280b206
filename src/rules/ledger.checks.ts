import { showCellValue, type Cell, type TableKey } from "../forms/index.js";
import { placeOf, valueOf } from "./cell-reading.js";
import type { Check, CheckInput, Spotted } from "./rule.js";

/**
 * L01-L03: a cell against the ledger that feeds it. A total is told only where it was given and its parts agree, for
 * else it is the parts that are wrong; a difference that has its reason is not told.
 */
export const ledgerTies =
  (table: TableKey): Check =>
  (input) => {
    const differing = new Set<string>();
    const spotted: Spotted[] = [];
    // In the order of the form, in which parts stand before their totals.
    for (const cell of input.format.cells) {
      if (cell.table !== table || !differs(input, cell)) continue;
      differing.add(cell.code);
      const told = input.computed.has(cell.position) || cell.parts.some((part) => differing.has(part));
      if (!told && !input.ledger?.explained.has(cell.code)) spotted.push(tie(input, cell));
    }
    return spotted;
  };

/** A blank is no difference from 0. */
function differs({ ledger, values }: CheckInput, { code, position }: Cell): boolean {
  const expected = ledger?.values.get(code);
  return expected !== undefined && (values[position] ?? 0) !== expected;
}

function tie(input: CheckInput, cell: Cell): Spotted {
  const place = placeOf(input, cell);
  const expected = showCellValue(cell, input.ledger?.values.get(cell.code) ?? 0);
  return { at: cell.code, places: [place], expected, actual: place.value };
}

const CORRECTION_ROWS = ["requests.unable.unclear.total", "requests.other.noCorrection.total"];

/** T3_CORRECTION_NONE: nobody fails to correct, or stays unclear after correction, who was not asked to correct (条例 §30). */
export const correctionsWithoutNotice: Check = (input) => {
  const { ledger, format } = input;
  if (!ledger?.requests) return [];
  const cells = CORRECTION_ROWS.flatMap((code) => format.cells[format.position(code) ?? -1] ?? []);
  const claimed = cells.reduce((sum, cell) => sum + (valueOf(input, cell.code) ?? 0), 0);
  const { correctionNotices } = ledger.requests;
  if (claimed <= correctionNotices) return [];
  const places = cells.map((cell) => placeOf(input, cell));
  return [{ at: "requests.correction", places, expected: `${correctionNotices}`, actual: `${claimed}` }];
};
