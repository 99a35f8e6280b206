import { YearFigures, type Newest, type PackedVersion } from "../../compare/index.js";
import type { UnitRow } from "../../../units/index.js";
import type { StatisticsQuery } from "../statistics-query.js";
import type { Tallied, TalliedValue } from "../../answer/index.js";
import type { IndicatorField, ReportDimension, ReportWhere } from "./report-data-set.js";

interface Records {
  readonly counted: readonly Tallied[];
  readonly measured: ReadonlyMap<string, readonly TalliedValue[]>;
}

type Query = Pick<StatisticsQuery<ReportDimension, ReportWhere>, "where" | "filters">;

/** One record a report. A blank cell, or an indicator that the form lacks, is no value (not 0). */
export function reportRecords(
  { where, filters }: Query,
  fields: readonly IndicatorField[],
  units: readonly UnitRow[],
  versions: Newest<PackedVersion>,
): Records {
  const counted: Tallied[] = [];
  const measured = new Map(fields.map(({ key }) => [key, [] as TalliedValue[]]));
  for (const ofYear of versions.values()) {
    const found = units.map(({ path }) => ofYear.get(path));
    const figures = new YearFigures(found);
    const columns = new Map(fields.map(({ key, indicator }) => [key, figures.of(indicator).values]));
    found.forEach((version, at) => {
      const unit = units[at];
      if (!version || !unit || !meets(where, unit, version)) return;
      const valueOf = (field: string): number | null => columns.get(field)?.[at] ?? null;
      let met = 0;
      filters.forEach((filter, i) => {
        const has = filter.field === null || valueOf(filter.field) !== null;
        if (has && meets(filter.where ?? {}, unit, version)) met |= 1 << i;
      });
      const { year, format, status } = version;
      const record: Tallied = { columns: { unitId: unit.id, year, format, status }, met, count: 1 };
      counted.push(record);
      for (const { key, indicator } of fields) {
        const value = valueOf(key);
        if (value !== null) measured.get(key)?.push({ ...record, value: value / 10 ** indicator.scale });
      }
    });
  }
  return { counted, measured };
}

const meets = (
  { years, kinds, formats, statuses }: ReportWhere,
  { kind }: UnitRow,
  { year, format, status }: PackedVersion,
): boolean =>
  (years?.includes(year) ?? true) &&
  (kinds?.includes(kind) ?? true) &&
  (formats?.includes(format) ?? true) &&
  (statuses?.includes(status) ?? true);
