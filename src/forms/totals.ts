import type { Scaled } from "../kernel/decimal.js";
import type { CellValues, Format } from "./format.js";

export interface Completed {
  readonly values: (Scaled | null)[];
  /** Positions that were filled in here; a total that was given is not among them. */
  readonly computed: ReadonlySet<number>;
}

/**
 * Fills the totals that were not given. The cells of a form come in an order in which every part stands before its
 * total but the parts' own totals, which stand earlier still, so one pass is enough: 总计 of each result row is ready
 * when （七）总计 of the 总计 column sums them. A blank part counts as 0; a total of blanks alone stays blank.
 *
 * （七）总计 · 总计 is the sum of the results' totals and never of the （七） row: if someone gave a wrong number
 * in that row, T3.ROW_TOTAL then shows it.
 */
export function completeTotals(format: Format, given: CellValues): Completed {
  const values = format.cells.map((cell) => given[cell.position] ?? null);
  const computed = new Set<number>();
  for (const { position, parts } of format.cells) {
    if (parts.length === 0 || values[position] !== null) continue;
    const known = parts
      .map((code) => values[format.position(code) ?? -1] ?? null)
      .filter((value) => value !== null);
    if (known.length === 0) continue;
    values[position] = known.reduce((sum, value) => sum + value, 0);
    computed.add(position);
  }
  return { values, computed };
}
