import { distancesFrom, medianOf, type Ordered } from "./ordered.js";

/** Iglewicz and Hoaglin (1993): outliers do not influence the median and the MAD. */
const NORMAL = 0.6745;
export const OUTLIER_FROM = 3.5;

export interface OutlierScore {
  readonly score: number;
  readonly outlier: boolean;
}

/** Median of values, and their spread. */
export interface Spread {
  readonly median: number;
  /** Median absolute deviation. */
  readonly mad: number;
}

export function spreadOf(values: Ordered): Spread | null {
  const middle = medianOf(values);
  if (middle === null) return null;
  return { median: middle, mad: medianOf(distancesFrom(values, middle)) ?? 0 };
}

/** 修正 z 分数; null if more than half of the values are equal, as any other value would be infinitely far away. */
export function modifiedZ(value: number, spread: Spread | null): OutlierScore | null {
  if (!spread || spread.mad === 0) return null;
  const score = (NORMAL * (value - spread.median)) / spread.mad;
  return { score, outlier: Math.abs(score) > OUTLIER_FROM };
}
