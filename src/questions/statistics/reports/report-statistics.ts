import { badInput } from "../../../kernel/fault.js";
import { counted, text } from "../../../kernel/text.js";
import { raw, sql, type Session } from "../../../platform/db/index.js";
import {
  coverageNotes,
  MAX_UNITS,
  notFoundAt,
  packedVersions,
  readIndicator,
  readYears,
  refuseTooMany as refuseTooManyUnits,
  topUnit,
} from "../../compare/index.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage } from "../../../reports/index.js";
import { unitsByCodes, unitsWhere, type UnitRow } from "../../../units/index.js";
import {
  type Answer,
  groupedInTurns,
  type Axis,
  type MeasureFunction,
  statisticsAnswer,
} from "../../answer/index.js";
import { knownTo } from "../known-units.js";
import type { LedgerDimension, Need } from "../../../records/index.js";
import { refuseTooMany } from "../ledger-statistics.js";
import { scopePeers } from "../scope-peers.js";
import { readQuery, type StatisticsInput, type StatisticsScope } from "../statistics-query.js";
import {
  COUNTED,
  DIMENSIONS,
  indicatorField,
  type IndicatorField,
  type ReportDimension,
  type ReportWhere,
} from "./report-data-set.js";
import { withExactSums } from "./exact-sums.js";
import { coverageAsked, missingRecords } from "./missing-reports.js";
import { reportRecords } from "./report-records.js";

/** A question about reports; the field of a measure is an indicator's code. */
export interface ReportQuestion extends StatisticsInput<ReportDimension, string, ReportWhere, "YEAR"> {
  readonly years: readonly number[];
  readonly reportScope?: ReportScope | null;
  readonly atLeast?: ReportStage | null;
}

const DATES = { YEAR: { column: "r.year", label: text("报告年度", "the report's year") } };

/** A fixed number of statements, whatever the number of units and years. */
export async function reportStatistics(session: Session, input: ReportQuestion, now: Date): Promise<Answer> {
  const years = readYears(input.years, now, ["input", "years"]);
  const fields = readFields(input);
  const query = readQuery({ dates: DATES, fields }, input);
  const { top, units } = await unitsOf(session, query.scope);
  const versions = await packedVersions(session, {
    units,
    years,
    scope: input.reportScope ?? "OWN",
    atLeast: input.atLeast ?? DEFAULT_STAGE,
  });
  const records = reportRecords(query, Object.values(fields), units, versions);
  const coverage = coverageAsked(query, { units, years, scope: input.reportScope ?? "OWN" }, versions);
  const counted = [...records.counted, ...missingRecords(query, coverage)];
  const axes = await axesOf(session, top, units, query.dimensions);
  const groups = await groupedInTurns(axes, query.filters, counted, records.measured);
  refuseTooMany(groups);
  const answer = statisticsAnswer({
    grouped: groups,
    filters: query.filters,
    measures: query.measures,
    counted: COUNTED,
    arrangement: query.arrangement,
    totals: query.totals,
    protection: { kind: "NONE" },
    coverage: {
      units: units.length,
      asOf: now.toISOString(),
      notes: [counting(records.counted.length), ...coverageNotes(coverage)],
      reports: coverage,
    },
  });
  return withExactSums(answer, query.measures, fields);
}

/** Published forms are public: nothing is suppressed. Unpublished ones are out of scope. */
const counting = (reports: number) =>
  text(
    `计入 ${reports} 份年报：各单位各年度查询人可见的最新版本`,
    `${counted(reports, "report")} counted: of each unit and year the newest version that the caller may see`,
  );

/** Functions that would add up rates: sums of rates are wrong, see areaSums. */
const ADDED_UP: ReadonlySet<MeasureFunction> = new Set(["SUM", "SHARE", "RATIO", "CHANGE"]);

function readFields({ measures }: ReportQuestion): Record<string, IndicatorField> {
  const fields: Record<string, IndicatorField> = {};
  measures.forEach(({ function: name, field }, i) => {
    if (field == null) return;
    const path = ["input", "measures", String(i), "field"];
    const { code, kind } = readIndicator(field, path);
    if (kind === "ratio" && ADDED_UP.has(name))
      throw badInput(
        text(
          `比率不能相加，不能求 ${name}；区域合计的比率见 areaSums`,
          `Rates cannot be added up, so there is no ${name} of them; areaSums has the rates of whole areas`,
        ),
        path,
      );
    const found = indicatorField(code);
    if (found) fields[code] = found;
  });
  return fields;
}

async function unitsOf(
  session: Session,
  scope: StatisticsScope,
): Promise<{ top: UnitRow; units: UnitRow[] }> {
  const { under, kinds, units: codes } = scope;
  const top = await topUnit(session, under, ["input", "scope", "under"]);
  const peers = await scopePeers(session, top, scope);
  if (peers) return { top, units: peers };
  refuseTooManyUnits(codes?.length ?? 0);
  if (codes) return { top, units: named(top, codes, await unitsByCodes(session, codes)) };
  const units = await unitsWhere(session, { under: top.path, ...(kinds && { kinds }) }, MAX_UNITS + 1);
  refuseTooManyUnits(units.length);
  return { top, units };
}

function named(top: UnitRow, codes: readonly string[], found: readonly UnitRow[]): UnitRow[] {
  const byCode = new Map(found.map((unit) => [unit.code, unit]));
  const units = codes.map((code, i) => {
    const unit = byCode.get(code);
    if (!unit?.path.startsWith(top.path)) throw notFoundAt(["input", "scope", "units", String(i)]);
    return unit;
  });
  return [...new Set(units)];
}

async function axesOf(
  session: Session,
  top: UnitRow,
  units: readonly UnitRow[],
  names: readonly ReportDimension[],
): Promise<Axis[]> {
  const dimensions = names.map((name): LedgerDimension & { name: string } => ({ name, ...DIMENSIONS[name] }));
  const needs = new Set(dimensions.flatMap(({ needs }): Need[] => (needs ? [needs] : [])));
  const rows = () => Promise.resolve(units);
  const within = {
    top,
    condition: sql`${raw("1=1")}`,
    count: units.length,
    insider: true,
    several: null,
    rows,
  };
  const known = await knownTo(session, within, needs);
  return dimensions.map(({ name, label, keys, yearBefore }) => ({
    dimension: name,
    label,
    keysOf: keys(known),
    ...(yearBefore && { yearBefore }),
  }));
}
