import type { Steps } from "../../kernel/fair-queue.js";
import { ascending, YearFigures, type Newest, type PackedVersion } from "../compare/index.js";
import type { Indicator } from "../../forms/index.js";
import type { UnitRow } from "../../units/index.js";
import { ordered } from "./ordered.js";
import { modifiedZ, spreadOf, type OutlierScore } from "./outlier.js";
import { standings, type Standing } from "./standing.js";

/** Fewer years do not show what is usual. */
const MIN_YEARS_BEFORE = 3;

export interface SeriesPoint extends Standing {
  readonly year: number;
  readonly format: string;
  /** The year before, as far as there is one, was reported on another form. */
  readonly formChanged: boolean;
}

/** One series a unit: the years that it reported, oldest first. A year is a step. */
export function* seriesOf(
  units: readonly UnitRow[],
  versions: Newest<PackedVersion>,
  indicator: Indicator,
  minimumBase: number,
): Steps<SeriesPoint[][]> {
  const series: SeriesPoint[][] = units.map(() => []);
  for (const [year, ofYear] of [...versions].sort(([a], [b]) => a - b)) {
    const found = units.map(({ path }) => ofYear.get(path));
    const figures = new YearFigures(found).of(indicator);
    standings(indicator, figures, found, minimumBase).forEach((standing, at) => {
      const [format, points] = [found[at]?.format, series[at]];
      if (format === undefined || !points) return;
      const last = points.at(-1);
      points.push({ ...standing, year, format, formChanged: last !== undefined && last.format !== format });
    });
    yield;
  }
  return series;
}

/** The last year against those before it. */
export function jumpOf(series: readonly SeriesPoint[], year: number): OutlierScore | null {
  const now = series.find((point) => point.year === year)?.value ?? null;
  const before = series.flatMap((point) => (point.year < year ? (point.value ?? []) : []));
  return now === null || before.length < MIN_YEARS_BEFORE
    ? null
    : modifiedZ(now, spreadOf(ordered(ascending(before))));
}
