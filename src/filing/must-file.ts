import { existsIn, isGovernment, type UnitRow } from "../units/index.js";
import type { ReportScope, ReportStage } from "./report-status.js";

type Filer = Pick<UnitRow, "kind" | "filesReport" | "establishedOn" | "dissolvedOn">;

/** 本机关年报 of whoever is registered as filing one, 本级汇总 of governments (条例 §49); if it existed in that year. */
export const mustFile = (unit: Filer, year: number, scope: ReportScope): boolean =>
  (scope === "OWN" ? unit.filesReport : isGovernment(unit.kind)) && existsIn(unit, year);

/** Who counts, in every list and sum: whoever must file, and whoever has filed all the same. */
export const isExpected = (
  unit: Filer,
  { year, scope, filed }: { readonly year: number; readonly scope: ReportScope; readonly filed: boolean },
): boolean => filed || mustFile(unit, year, scope);

/** From which stage on a report counts, in every answer that is not asked otherwise. */
export const DEFAULT_STAGE: ReportStage = "SUBMITTED";
