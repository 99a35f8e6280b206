import { text, type Language } from "../kernel/text.js";
import { infoLine, type InfoLine } from "./table.js";

interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

export interface YearCoverage {
  readonly year: number;
  readonly expected: number;
  readonly included: number;
  readonly missing: readonly NamedUnit[];
  readonly provisional: readonly NamedUnit[];
  readonly formats: readonly string[];
}

export const COVERAGE =
  "coverage { year expected included missing { code name } provisional { code name } formats }";

/** Included and missing units of one year. */
export function coverageInfo(told: YearCoverage, language: Language): InfoLine[] {
  const { year, expected, included, missing, provisional, formats } = told;
  const names = (units: readonly NamedUnit[]): string =>
    units.map(({ code, name }) => `${name} ${code}`).join("；") || text("无", "none")[language];
  const line = (zh: string, en: string, value: string): InfoLine =>
    infoLine(text(`${year} 年${zh}`, `${year}: ${en}`), value, language);
  return [
    line("应报单位数", "must file", String(expected)),
    line("计入单位数", "included", String(included)),
    line("应报而未计入", "must file and not included", names(missing)),
    line("计入而未发布", "included but not published", names(provisional)),
    line("年报格式", "forms", formats.join("；")),
  ];
}
