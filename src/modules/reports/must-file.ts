import { isGovernment, type UnitRow } from "../units/index.js";
import type { ReportScope } from "./report-status.js";

type Filer = Pick<UnitRow, "kind" | "filesReport" | "establishedOn" | "dissolvedOn">;

/** 本机关年报 of whoever is registered as filing one, 本级汇总 of governments (条例 §49); if it existed in that year. */
export function mustFile(unit: Filer, year: number, scope: ReportScope): boolean {
  const files = scope === "OWN" ? unit.filesReport : isGovernment(unit.kind);
  const established = unit.establishedOn === null || unit.establishedOn <= `${year}-12-31`;
  const dissolved = unit.dissolvedOn !== null && unit.dissolvedOn < `${year}-01-01`;
  return files && established && !dissolved;
}
