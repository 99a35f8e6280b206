import { countBelow, countUpTo, type Ordered } from "./ordered.js";

/** 1 is the largest, or the smallest. */
export type Direction = "DESC" | "ASC";

/** Change of a rank, split into the unit's own part and the others' part. Positive is a rise. */
export interface RankChange {
  readonly before: number;
  readonly total: number;
  /** Change to the rank of its new value among the others' old values. */
  readonly own: number;
  /** Change from there to the present rank. */
  readonly others: number;
}

export type Band = "LOWEST" | "LOWER" | "UPPER" | "HIGHEST";

const BANDS: readonly Band[] = ["LOWEST", "LOWER", "UPPER", "HIGHEST"];

/** Equal values share a rank: 1, 1, 3. `sorted`: the whole group, ascending. */
export const rankIn = (sorted: Ordered, value: number, direction: Direction): number =>
  1 + (direction === "ASC" ? countBelow(sorted, value) : sorted.length - countUpTo(sorted, value));

/**
 * Share of the other units with a lower value; ties count half; null without other units. `sorted` contains the
 * value.
 */
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
  /** Values of the group in either year, including the unit's own. */
  readonly groupBefore: Ordered;
  readonly groupNow: Ordered;
}

export function rankChange({ before, now, groupBefore, groupNow }: Moved, direction: Direction): RankChange {
  const then = rankIn(groupBefore, before, direction);
  const wasBetter = direction === "ASC" ? before < now : before > now;
  // Ranked among the others' old values, without the unit's own old value.
  const alone = rankIn(groupBefore, now, direction) - (wasBetter ? 1 : 0);
  const rank = rankIn(groupNow, now, direction);
  return { before: then, total: then - rank, own: then - alone, others: alone - rank };
}
