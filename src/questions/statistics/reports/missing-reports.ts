import { coverageOf, type Coverage, type Newest, type PackedVersion } from "../../compare/index.js";
import type { ReportScope } from "../../../reports/index.js";
import type { UnitRow } from "../../../units/index.js";
import type { StatisticsQuery } from "../statistics-query.js";
import type { Tallied } from "../../answer/index.js";
import type { ReportDimension, ReportWhere } from "./report-data-set.js";

type Query = Pick<StatisticsQuery<ReportDimension, ReportWhere>, "where" | "dimensions">;

interface Asked {
  readonly units: readonly UnitRow[];
  readonly years: readonly number[];
  readonly scope: ReportScope;
}

const NO_VERSIONS: ReadonlyMap<string, PackedVersion> = new Map();

/** Coverage of each requested year over the requested units. */
export function coverageAsked(
  { where }: Query,
  { units, years, scope }: Asked,
  versions: Newest<PackedVersion>,
): Coverage[] {
  const asked = units.filter(({ kind }) => where.kinds?.includes(kind) ?? true);
  return years
    .filter((year) => where.years?.includes(year) ?? true)
    .map((year) => coverageOf(asked, { year, scope }, versions.get(year) ?? NO_VERSIONS));
}

/**
 * A record without a count for each missing report, so that its group has a row. It has no form and no stage to group
 * or filter by.
 */
export function missingRecords({ where, dimensions }: Query, coverage: readonly Coverage[]): Tallied[] {
  const byForm = dimensions.includes("FORMAT") || dimensions.includes("STATUS");
  if (byForm || where.formats || where.statuses) return [];
  return coverage.flatMap(({ year, missing }) =>
    missing.map(({ id: unitId }) => ({
      columns: { unitId, year, format: null, status: null },
      met: 0,
      count: 0,
    })),
  );
}
