import type { Distribution } from "./grouping.js";

/** Values with how often they occur, smallest first. */
type Sorted = readonly (readonly [value: number, count: number])[];

const sorted = (distribution: Distribution): Sorted =>
  [...distribution].map(([value, count]) => [Number(value), count] as const).sort(([a], [b]) => a - b);

const size = (values: Sorted): number => values.reduce((sum, [, count]) => sum + count, 0);

/** The n-th smallest, from 1. */
function nth(values: Sorted, n: number): number | null {
  let passed = 0;
  for (const [value, count] of values) {
    passed += count;
    if (passed >= n) return value;
  }
  return null;
}

export function sum(distribution: Distribution): number {
  let total = 0;
  for (const [value, count] of distribution) total += Number(value) * count;
  return total;
}

export function mean(distribution: Distribution): number | null {
  const n = size(sorted(distribution));
  return n === 0 ? null : sum(distribution) / n;
}

/** The middle one, or halfway between the two in the middle. */
export function median(distribution: Distribution): number | null {
  const values = sorted(distribution);
  const n = size(values);
  const [low, high] = [nth(values, Math.ceil(n / 2)), nth(values, Math.floor(n / 2) + 1)];
  return low === null || high === null ? null : (low + high) / 2;
}

/** Tolerance: 0.07 × 100 is 7.000000000000001 in floating point. */
const ROUNDING = 1e-9;

/** Nearest rank: the smallest value that at least the given share of the cases does not exceed. */
export function percentile(distribution: Distribution, share: number): number | null {
  const values = sorted(distribution);
  return nth(values, Math.max(1, Math.ceil(share * size(values) - ROUNDING)));
}

export const smallest = (distribution: Distribution): number | null => nth(sorted(distribution), 1);

export const largest = (distribution: Distribution): number | null =>
  sorted(distribution).at(-1)?.[0] ?? null;
