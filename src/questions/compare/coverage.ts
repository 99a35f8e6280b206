import { formatOfYear } from "../../forms/index.js";
import { isExpected, REPORT_STAGES, type ReportScope, type ReportStage } from "../../reports/index.js";
import type { UnitRow } from "../../units/index.js";

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
  readonly formChanged: boolean;
}

/** Which reports are asked about. */
export interface Asked {
  readonly year: number;
  readonly scope: ReportScope;
}

/** The expected units. `versions`: versions visible to the caller, by unit path. */
export const expectedUnits = (
  units: readonly UnitRow[],
  { year, scope }: Asked,
  versions: ReadonlyMap<string, unknown>,
): UnitRow[] => units.filter((unit) => isExpected(unit, { year, scope, filed: versions.has(unit.path) }));

/** Coverage of a year: the expected units are divided into included and missing. */
export function coverageOf(
  units: readonly UnitRow[],
  asked: Asked,
  versions: ReadonlyMap<string, Included>,
): Coverage {
  const expected = expectedUnits(units, asked, versions);
  const included = expected.flatMap((unit) => {
    const version = versions.get(unit.path);
    return version ? [{ unit, version }] : [];
  });
  return {
    year: asked.year,
    expected: expected.length,
    included: included.length,
    missing: expected.filter((unit) => !versions.has(unit.path)),
    provisional: included.filter(({ version }) => version.status !== "PUBLISHED").map(({ unit }) => unit),
    formats: [...new Set(included.map(({ version }) => version.format))].sort(),
    formChanged: isNewForm(asked.year),
  };
}

/** True if the year introduced a new form, so that changes compare two forms. */
export function isNewForm(year: number): boolean {
  const before = formatOfYear(year - 1);
  return before !== undefined && before !== formatOfYear(year);
}

/** The stages from one on, for `atLeast`. */
export const stagesFrom = (stage: ReportStage): readonly ReportStage[] =>
  REPORT_STAGES.slice(REPORT_STAGES.indexOf(stage));
