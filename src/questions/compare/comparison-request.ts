import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage, requireReportYear } from "../../reports/index.js";
import { anyIndicator, noIndicator, type Indicator } from "../../forms/index.js";
import type { TreeTime } from "../../units/api.js";
import type { UnitKind } from "../../units/index.js";
import type { CompareOrderInput, CompareReportsInput } from "./comparison.types.js";

const MAX_YEARS = 10;
const MAX_INDICATORS = 400;

/** A comparison after all checks that need no row. */
export interface CompareRequest {
  readonly under: string;
  readonly kinds: readonly UnitKind[] | null;
  readonly units: readonly string[] | null;
  readonly years: readonly number[];
  readonly indicators: readonly Indicator[];
  readonly scope: ReportScope;
  readonly atLeast: ReportStage;
  readonly order: RowOrder | null;
  readonly tree: TreeTime;
}

export interface RowOrder {
  /** Index into the columns. */
  readonly column: number;
  readonly descending: boolean;
}

export function readRequest(input: CompareReportsInput, now: Date): CompareRequest {
  const years = readYears(input.years, now, ["input", "years"]);
  const indicators = readIndicators(input.indicators, ["input", "indicators"]);
  return {
    under: input.under,
    kinds: input.kinds ?? null,
    units: input.units ? [...new Set(input.units)] : null,
    years,
    indicators,
    scope: input.scope ?? "OWN",
    atLeast: input.atLeast ?? DEFAULT_STAGE,
    tree: input.tree ?? "NOW",
    order: input.orderBy ? readOrder(input.orderBy, years, indicators) : null,
  };
}

export function readYears(years: readonly number[], now: Date, path: readonly string[]): readonly number[] {
  const distinct = new Set(years).size === years.length;
  if (!distinct || years.length < 1 || years.length > MAX_YEARS)
    throw badInput(
      text(`年度须为 1 至 ${MAX_YEARS} 个，不得重复`, `From 1 to ${MAX_YEARS} years, each once`),
      path,
    );
  for (const year of years) requireReportYear(year, now, path);
  return years;
}

export function readIndicators(codes: readonly string[], path: readonly string[]): readonly Indicator[] {
  if (codes.length < 1 || codes.length > MAX_INDICATORS)
    throw badInput(
      text(`指标须为 1 至 ${MAX_INDICATORS} 个`, `From 1 to ${MAX_INDICATORS} indicators`),
      path,
    );
  return codes.map((code, i) => readIndicator(code, [...path, String(i)]));
}

export function readIndicator(code: string, path: readonly string[]): Indicator {
  const found = anyIndicator(code);
  if (!found) throw badInput(noIndicator(code, "ALL"), path);
  return found;
}

function readOrder(
  { indicator: code, year, direction }: CompareOrderInput,
  years: readonly number[],
  indicators: readonly Indicator[],
): RowOrder {
  const ofYear = years.indexOf(year);
  const ofIndicator = indicators.findIndex((found) => found.code === code);
  if (ofYear < 0)
    throw badInput(text("排序的年度不在所比较的年度中", "The year to order by is not among those compared"), [
      "input",
      "orderBy",
      "year",
    ]);
  if (ofIndicator < 0)
    throw badInput(
      text("排序的指标不在所比较的指标中", "The indicator to order by is not among those compared"),
      ["input", "orderBy", "indicator"],
    );
  return { column: ofYear * indicators.length + ofIndicator, descending: (direction ?? "DESC") === "DESC" };
}
