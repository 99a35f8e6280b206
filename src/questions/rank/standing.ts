import type { Indicator } from "../../forms/index.js";
import type { IndicatorFigures } from "../compare/index.js";

/** Why a unit has no rank. */
export type NotRanked = "NOT_REPORTED" | "NOT_IN_FORM" | "BELOW_MINIMUM_BASE" | "BLANK";

/** Value of one unit in a ranking: scaled as in the catalog; for ratios the fraction and its parts. */
export interface Standing {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** null: it is ranked. */
  readonly notRanked: NotRanked | null;
}

/** Standings of all units in the order of the figures; `versions`: the versions that the figures were read from. */
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

/**
 * A rate whose denominator is below minimumBase gets no rank (1 of 2 requests is 50 %, which says nothing); its
 * numerator and denominator are still shown.
 */
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
