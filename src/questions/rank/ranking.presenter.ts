import { presentCoverage } from "../compare/index.js";
import { presentIndicator } from "../../forms/index.js";
import { presentUnit } from "../../units/index.js";
import type { SeriesPoint } from "./history.js";
import type { RankedRow, Ranking } from "./ranking.js";
import type { RankedReportsType, RankedReportType, SeriesPointType } from "./ranking.types.js";

export function presentRanking({ request, coverage, rows, ...told }: Ranking, asOf: Date): RankedReportsType {
  const { indicator, year, group } = request;
  const unit = 10 ** indicator.scale;
  return {
    ...told,
    indicator: presentIndicator(indicator.code),
    year,
    group: group.kind,
    rows: rows.map((row) => presentRow(row, unit)),
    coverage: presentCoverage(coverage, asOf),
  };
}

const presentRow = ({ unit, notRanked, series, ...row }: RankedRow, scale: number): RankedReportType => ({
  ...row,
  unit: presentUnit(unit),
  value: shown(row.value, scale),
  notRankedBecause: notRanked,
  series: series.map((point) => presentPoint(point, scale)),
});

const presentPoint = ({ notRanked: _, ...point }: SeriesPoint, scale: number): SeriesPointType => ({
  ...point,
  value: shown(point.value, scale),
});

const shown = (value: number | null, scale: number): number | null => (value === null ? null : value / scale);
