import type { Scaled } from "../../kernel/decimal.js";

/** A column of figures, one a unit; null where there is nothing to count. */
export type Figures = readonly (number | null)[];

/** The values without nulls, ascending. */
export function ascending(figures: Figures): Float64Array {
  const found = new Float64Array(figures.length);
  let count = 0;
  for (const figure of figures) if (figure !== null) found[count++] = figure;
  return found.subarray(0, count).sort();
}

export function median(sorted: Float64Array): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** 1 is the largest; equal figures share a rank: 1, 1, 3. */
export const ranks = (figures: Figures, sorted: Float64Array): (number | null)[] =>
  figures.map((figure) => (figure === null ? null : 1 + sorted.length - countUpTo(sorted, figure)));

/** Number of values up to `figure`, by binary search. */
function countUpTo(sorted: Float64Array, figure: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= figure) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Exact sum of any size: plain arithmetic while exact, big integers beyond. */
export function total(integers: readonly (Scaled | null)[]): bigint {
  let carried = 0n;
  let sum = 0;
  for (const integer of integers) {
    if (integer === null) continue;
    const next = sum + integer;
    if (Number.isSafeInteger(next)) sum = next;
    else {
      carried += BigInt(sum);
      sum = integer;
    }
  }
  return carried + BigInt(sum);
}

export function sumOf(figures: Figures): number {
  let sum = 0;
  for (const figure of figures) sum += figure ?? 0;
  return sum;
}

/**
 * Ratio to the previous year minus 1, as one division: 11 after 10 is 0.1, not 0.10000000000000009. Null without a
 * ratio.
 */
export const changes = (figures: Figures, before: Figures): (number | null)[] =>
  figures.map((figure, i) => {
    const base = before[i] ?? 0;
    return figure === null || base === 0 ? null : (figure - base) / base;
  });

interface Divided {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The same for ratios, from their integer parts: 3/4 after 1/2 is 0.5, without the error of either division. */
export const ratioChanges = (
  ratios: readonly Divided[],
  before: readonly Divided[] | null,
): (number | null)[] =>
  ratios.map((now, i) => {
    const then = before?.[i];
    if (!then?.value || now.value === null) return null;
    const base = (then.numerator ?? 0) * (now.denominator ?? 0);
    return ((now.numerator ?? 0) * (then.denominator ?? 0) - base) / base;
  });
