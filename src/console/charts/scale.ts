/** Ends of an axis and its steps: round figures, few enough to be read. */
export function ticksTo(maximum: number, most = 5): number[] {
  if (!(maximum > 0)) return [0, 1];
  const rough = maximum / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  const count = Math.ceil(maximum / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

export const linear =
  (domain: readonly [number, number], range: readonly [number, number]) =>
  (value: number): number =>
    range[0] + ((value - domain[0]) / (domain[1] - domain[0] || 1)) * (range[1] - range[0]);

/** The middle of what there is; of an even count, between the two. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The share of the others that have less, equals as half: 0 is the lowest, 1 the highest; null where nobody else has a value. */
export function percentileOf(value: number, all: readonly number[]): number | null {
  const others = all.length - 1;
  if (others < 1) return null;
  const below = all.filter((other) => other < value).length;
  const equal = all.filter((other) => other === value).length - 1;
  return (below + equal / 2) / others;
}
