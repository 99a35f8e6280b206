import { faultOf, textFaultsOf, type PlantedFault } from "./faults.js";
import { proactiveCells } from "./figures/proactive.js";
import { remedyCells } from "./figures/remedies.js";
import { requestCells } from "./figures/requests.js";
import type { Cells } from "./form-codes.js";
import { factsOf } from "./narrative/facts.js";
import { sectionsOf, type SeedSections } from "./narrative/sections.js";
import { isMissing, progressOf, type SeedProgress } from "./outcomes.js";
import { DEMO_UNITS, type SeedUnit } from "./units.js";

export { PLANTED_FAULTS, textFaultsOf, type PlantedFault } from "./faults.js";

export interface SeedReport extends SeedProgress {
  readonly unitCode: string;
  readonly year: number;
  /** All leaf cells of the form of 2021, zeros included; a total only where a fault is planted. */
  readonly cells: Cells;
  readonly sections: SeedSections;
  /** Rule code -> why the warning stands. */
  readonly explanations: Readonly<Record<string, string>>;
}

const YEARS_BY_DISTRICT: Readonly<Record<string, readonly number[]>> = {
  "371003": [2021, 2022, 2023],
  "371002": [2022, 2023],
};

/** Every report of the demo, oldest first, so that each finds the year before it already filed. */
export function demoReports(): SeedReport[] {
  const filers = DEMO_UNITS.filter((unit) => unit.filesReport);
  return filers.flatMap(reportsOf).sort((left, right) => left.year - right.year);
}

/** One unit's years in order: each starts from what the year before left over. */
function reportsOf(unit: SeedUnit): SeedReport[] {
  const reports: SeedReport[] = [];
  for (const year of YEARS_BY_DISTRICT[unit.parentCode ?? ""] ?? []) {
    if (isMissing(unit, year)) continue;
    reports.push(reportOf(unit, year, reports.at(-1)?.cells ?? null));
  }
  return reports;
}

function reportOf(unit: SeedUnit, year: number, lastYear: Cells | null): SeedReport {
  const fault = faultOf(unit.code, year);
  const requests = requestCells(unit, year, lastYear);
  const cells: Cells = {
    ...proactiveCells(unit, year, lastYear),
    ...requests,
    ...remedyCells(unit, year, requests, lastYear),
    ...fault?.cells,
  };
  const explanation = fault?.explanation;
  return {
    unitCode: unit.code,
    year,
    cells,
    sections: sectionsOf(factsOf(unit, year, cells, lastYear)),
    ...progressOf(unit, year),
    explanations: {
      ...(explanation ? Object.fromEntries(rulesOf(fault).map((rule) => [rule, explanation])) : {}),
      ...said(textFaultsOf(unit.code, year)),
    },
  };
}

const said = (faults: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).flatMap(([rule, why]) => (why === null ? [] : [[rule, why]])));

const rulesOf = ({ rules, ledgerRules = [] }: PlantedFault): string[] => [...rules, ...ledgerRules];
