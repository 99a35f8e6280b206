import { existsIn, isGovernment, type UnitRow } from "../units/index.js";
import type { ReportScope, ReportStage } from "./report-status.js";

type Filer = Pick<UnitRow, "kind" | "filesReport" | "establishedOn" | "dissolvedOn">;

/**
 * A unit must file a 本机关年报 if registered as filing, a government a 本级汇总 (条例 §49), if it existed in that year.
 */
export const mustFile = (unit: Filer, year: number, scope: ReportScope): boolean =>
  (scope === "OWN" ? unit.filesReport : isGovernment(unit.kind)) && existsIn(unit, year);

/** Units that count, in every list and sum: those that must file, and those that have filed anyway. */
export const isExpected = (
  unit: Filer,
  { year, scope, filed }: { readonly year: number; readonly scope: ReportScope; readonly filed: boolean },
): boolean => filed || mustFile(unit, year, scope);

/** Default stage from which a report counts. */
export const DEFAULT_STAGE: ReportStage = "SUBMITTED";
