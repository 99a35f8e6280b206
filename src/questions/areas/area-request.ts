import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { readIndicators, readYears } from "../compare/index.js";
import type { Indicator } from "../../forms/index.js";
import type { ReportStage } from "../../reports/index.js";
import { UNIT_KINDS, type UnitRow } from "../../units/index.js";

export type AreaLevel = "PROVINCE" | "CITY" | "DISTRICT";

export interface AreaArguments {
  readonly by: AreaLevel;
  readonly years: readonly number[];
  readonly indicators: readonly string[];
  readonly atLeast: ReportStage;
}

/** A question about areas after all checks that need no row. */
export interface AreaRequest {
  readonly by: AreaLevel;
  readonly years: readonly number[];
  readonly indicators: readonly Indicator[];
  readonly atLeast: ReportStage;
}

export const readAreaRequest = (given: AreaArguments, now: Date): AreaRequest => ({
  by: given.by,
  years: readYears(given.years, now, ["years"]),
  indicators: officialOnly(readIndicators(given.indicators, ["indicators"]), ["indicators"]),
  atLeast: given.atLeast,
});

/** Sums of areas are of the official figures. */
function officialOnly(indicators: readonly Indicator[], path: readonly string[]): readonly Indicator[] {
  const at = indicators.findIndex(({ source }) => source !== "FORM");
  if (at < 0) return indicators;
  const { label = "", labelEn = "" } = indicators[at] ?? {};
  throw badInput(
    text(
      `${label}读自正文，不计入区域合计；比较见 compareReports`,
      `${labelEn} is read from texts and is not added up by area; compareReports compares it`,
    ),
    [...path, String(at)],
  );
}

/** Refuses levels above the chosen unit. */
export function refuseAbove(under: UnitRow, by: AreaLevel): void {
  if (UNIT_KINDS[by].level < UNIT_KINDS[under.kind].level)
    throw badInput(
      text("汇总层级高于所选单位的级别", "The level to sum up by is above the unit that was chosen"),
      ["by"],
    );
}
