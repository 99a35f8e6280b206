import type { Indicator } from "../../forms/index.js";
import type { IndicatorFigures } from "../compare/index.js";

/** Why a unit has no rank. */
export type NotRanked = "NOT_REPORTED" | "NOT_IN_FORM" | "BELOW_MINIMUM_BASE" | "BLANK";

/** What one unit brings to a ranking. Scaled as the catalog has it; of a ratio a fraction and what was divided. */
export interface Standing {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** null: it is ranked. */
  readonly notRanked: NotRanked | null;
}

/** Everybody's, in the order of the figures; `versions` are those that the figures were read from. */
export function standings(
  indicator: Indicator,
  { values, ratios }: IndicatorFigures,
  versions: readonly ({ readonly format: string } | undefined)[],
  minimumBase: number,
): Standing[] {
  return versions.map((version, at) => {
    const { numerator = null, denominator = null } = ratios?.[at] ?? {};
    const value = values[at] ?? null;
    const notRanked = reason(indicator, version, { value, denominator }, minimumBase);
    return { value: notRanked ? null : value, numerator, denominator, notRanked };
  });
}

/** Of 2 requests 1 is 50 %, which says nothing: a rate out of fewer cases than the base is told by its parts only. */
function reason(
  { formats }: Indicator,
  version: { readonly format: string } | undefined,
  { value, denominator }: Pick<Standing, "value" | "denominator">,
  minimumBase: number,
): NotRanked | null {
  if (!version) return "NOT_REPORTED";
  if (!formats.includes(version.format)) return "NOT_IN_FORM";
  if (denominator !== null && denominator < minimumBase) return "BELOW_MINIMUM_BASE";
  return value === null ? "BLANK" : null;
}
