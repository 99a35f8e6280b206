import { countOf, decidedTotal, rowTotal, type Cells } from "../../seeds/form-codes.js";
import { demoReports, type SeedReport } from "../../seeds/reports.js";
import { DEMO_UNITS, type SeedUnit } from "../../seeds/units.js";

/** What the comparison must say of the demo, worked out from its seeds and nothing else. */
const REPORTS = new Map(demoReports().map((report) => [`${report.unitCode} ${report.year}`, report]));

/** The units of 文登区 in the order of the tree, and those of them that must file. */
export const CHILDREN: readonly SeedUnit[] = DEMO_UNITS.filter((unit) => unit.parentCode === "371003").sort(
  (a, b) => (a.code < b.code ? -1 : 1),
);
export const FILERS = CHILDREN.filter((unit) => unit.filesReport);

export type Stage = "SUBMITTED" | "APPROVED" | "PUBLISHED";
const STAGES: readonly string[] = ["SUBMITTED", "APPROVED", "PUBLISHED"];

/** The report whose version counts; null where there is none at least this far. */
export function counting(unitCode: string, year: number, atLeast: Stage): SeedReport | null {
  const report = REPORTS.get(`${unitCode} ${year}`);
  return report && STAGES.indexOf(report.outcome) >= STAGES.indexOf(atLeast) ? report : null;
}

export const received = (cells: Cells): number => rowTotal(cells, "received");
export const disclosed = (cells: Cells): number => rowTotal(cells, "granted") + rowTotal(cells, "partial");
export const decided = (cells: Cells): number => decidedTotal(cells);
export const fees = (cells: Cells): number => countOf(cells, "proactive.fees.amount");
