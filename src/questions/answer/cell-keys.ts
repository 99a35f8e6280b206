import { CELL_KEYS } from "../../platform/vault/cell-key.js";
import { NOISE, REACH_OF_A_CASE } from "./cell-keys.data.js";

/** A set of records, with the sums that noise is looked up by. */
export interface Cell {
  readonly count: number;
  /** Of their keys. */
  readonly sum: number;
  /** Number of records that stand for several. */
  readonly picked: number;
}

export const NO_CELL: Cell = { count: 0, sum: 0, picked: 0 };

/** Of the records whose key is below, each stands for `weight`. */
export const PICKED_BELOW = Math.round(CELL_KEYS / NOISE.weight);

export const together = (a: Cell, b: Cell): Cell => ({
  count: a.count + b.count,
  sum: a.sum + b.sum,
  picked: a.picked + b.picked,
});

export const isFew = ({ count }: Cell): boolean => count <= NOISE.few;

/** Zero stays zero, nothing becomes 1 or 2, and the same records always give the same number. */
export function protectedCount(cell: Cell): number {
  if (isFew(cell)) return NOISE.weight * cell.picked;
  const place = Math.floor(((cell.sum % CELL_KEYS) / CELL_KEYS) * NOISE.shifts.length);
  return cell.count + (NOISE.shifts[place] ?? 0);
}

/** A shown count above this is surely of more than a few; the shown count is then all that is known. */
export const MOST_TOLD_OF_FEW = NOISE.few * NOISE.weight;

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Rounds a mean so coarsely that it reveals neither the number of cases nor the value of one. */
export function protectedMean(mean: number, cases: number): number {
  const step = STEPS.find((one) => one * cases >= REACH_OF_A_CASE) ?? 50;
  return Number((Math.round(mean / step) * step).toFixed(1));
}
