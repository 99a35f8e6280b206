/** Number of decided requests by working days taken. */
export interface DaysTaken {
  readonly usedDays: number;
  readonly count: number;
}

/** Median over all cases, from the counts by days; null without cases. */
export function medianOf(taken: readonly DaysTaken[]): number | null {
  const sorted = taken.toSorted((a, b) => a.usedDays - b.usedDays);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const nth = (n: number): number => {
    let passed = 0;
    return sorted.find(({ count }) => (passed += count) >= n)?.usedDays ?? 0;
  };
  return (nth(Math.ceil(total / 2)) + nth(Math.floor(total / 2) + 1)) / 2;
}
