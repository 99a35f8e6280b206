import { countBelow, countUpTo, type Ordered } from "./ordered.js";

/** 1 is the largest, or the smallest. */
export type Direction = "DESC" | "ASC";

/** Where a rank went: what the unit did itself, and what the others did. A positive figure is a rise. */
export interface RankChange {
  readonly before: number;
  readonly total: number;
  /** To the rank that its new value would have among the others' old ones. */
  readonly own: number;
  /** From there to the rank it has. */
  readonly others: number;
}

export type Band = "LOWEST" | "LOWER" | "UPPER" | "HIGHEST";

const BANDS: readonly Band[] = ["LOWEST", "LOWER", "UPPER", "HIGHEST"];

/** Equals share a rank, and the next one counts them all: 1, 1, 3. `sorted` is the whole group, smallest first. */
export const rankIn = (sorted: Ordered, value: number, direction: Direction): number =>
  1 + (direction === "ASC" ? countBelow(sorted, value) : sorted.length - countUpTo(sorted, value));

/** The share of the others that have less, of equals half; null where there are no others. `sorted` holds the value. */
export function percentileIn(sorted: Ordered, value: number): number | null {
  if (sorted.length < 2) return null;
  const below = countBelow(sorted, value);
  const equals = countUpTo(sorted, value) - below - 1;
  return (below + equals / 2) / (sorted.length - 1);
}

/** Quarters of the group by percentile; fewer than four units have none. */
export const bandOf = (percentile: number | null, ranked: number): Band | null =>
  percentile === null || ranked < BANDS.length
    ? null
    : (BANDS[Math.min(3, Math.floor(percentile * 4))] ?? null);

interface Moved {
  readonly before: number;
  readonly now: number;
  /** The group's values of either year, the unit's own among them. */
  readonly groupBefore: Ordered;
  readonly groupNow: Ordered;
}

export function rankChange({ before, now, groupBefore, groupNow }: Moved, direction: Direction): RankChange {
  const then = rankIn(groupBefore, before, direction);
  const wasBetter = direction === "ASC" ? before < now : before > now;
  // Among the others' old values: its own old one is none of them.
  const alone = rankIn(groupBefore, now, direction) - (wasBetter ? 1 : 0);
  const rank = rankIn(groupNow, now, direction);
  return { before: then, total: then - rank, own: then - alone, others: alone - rank };
}
