import { CELL_KEYS } from "../../platform/vault/cell-key.js";
import { NOISE, REACH_OF_A_CASE } from "./cell-keys.data.js";

/** Some records, as far as noise is looked up by them. */
export interface Cell {
  readonly count: number;
  /** Of their keys. */
  readonly sum: number;
  /** How many of them stand for several. */
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

/** What is told to be more is surely of more than a few, and how many are told says all of it. */
export const MOST_TOLD_OF_FEW = NOISE.few * NOISE.weight;

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** So coarse that neither how many cases there are nor the value of one of them can be had from it. */
export function protectedMean(mean: number, cases: number): number {
  const step = STEPS.find((one) => one * cases >= REACH_OF_A_CASE) ?? 50;
  return Number((Math.round(mean / step) * step).toFixed(1));
}
