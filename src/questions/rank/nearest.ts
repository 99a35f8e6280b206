/** Indicators of one unit; null if one is missing. */
export type Point = readonly (number | null)[];

/**
 * Standardised Euclidean distance: each indicator in standard deviations over all points, so that units of measure do
 * not matter. An indicator with the same value everywhere is ignored.
 */
export class Nearness {
  readonly #points: readonly (readonly number[] | null)[];
  readonly #deviations: readonly number[];

  constructor(points: readonly Point[]) {
    const complete = points.filter(isComplete);
    this.#deviations = (points[0] ?? []).map((_, at) => deviation(complete.map((point) => point[at] ?? 0)));
    this.#points = points.map((point) => (isComplete(point) ? point : null));
  }

  /** The `size` nearest points, without the point itself; ties in the order of the points. */
  nearest(to: number, size: number): number[] {
    const origin = this.#points[to];
    if (!origin) return [];
    const found = this.#points.flatMap((point, at) =>
      point && at !== to ? [{ at, squared: this.#squaredDistance(origin, point) }] : [],
    );
    return found
      .sort((a, b) => a.squared - b.squared || a.at - b.at)
      .slice(0, size)
      .map(({ at }) => at);
  }

  /** Subtracts before dividing, so that 5 and 9 are equally far from 7 to the last bit. */
  #squaredDistance(from: readonly number[], to: readonly number[]): number {
    return this.#deviations.reduce((sum, unit, at) => {
      const difference = unit === 0 ? 0 : ((from[at] ?? 0) - (to[at] ?? 0)) / unit;
      return sum + difference ** 2;
    }, 0);
  }
}

const isComplete = (point: Point): point is readonly number[] => point.every((value) => value !== null);

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
