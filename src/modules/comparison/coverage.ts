import { mustFile, REPORT_STAGES, type ReportScope, type ReportStage } from "../reports/index.js";
import type { UnitRow } from "../units/index.js";

/** A version that counts, as far as coverage asks. */
export interface Included {
  readonly status: ReportStage;
  readonly format: string;
}

export interface Coverage {
  readonly year: number;
  readonly expected: number;
  readonly included: number;
  readonly missing: readonly UnitRow[];
  readonly provisional: readonly UnitRow[];
  readonly formats: readonly string[];
}

/** Who of `units` had to file for a year, and who did: `versions` are those that the caller sees, by unit path. */
export function coverageOf(
  units: readonly UnitRow[],
  { year, scope }: { readonly year: number; readonly scope: ReportScope },
  versions: ReadonlyMap<string, Included>,
): Coverage {
  const expected = units.filter((unit) => mustFile(unit, year, scope));
  const included = units.flatMap((unit) => {
    const version = versions.get(unit.path);
    return version ? [{ unit, version }] : [];
  });
  return {
    year,
    expected: expected.length,
    included: included.length,
    missing: expected.filter((unit) => !versions.has(unit.path)),
    provisional: included.filter(({ version }) => version.status !== "PUBLISHED").map(({ unit }) => unit),
    formats: [...new Set(included.map(({ version }) => version.format))].sort(),
  };
}

/** The stages from one on, for `atLeast`. */
export const stagesFrom = (stage: ReportStage): readonly ReportStage[] =>
  REPORT_STAGES.slice(REPORT_STAGES.indexOf(stage));
