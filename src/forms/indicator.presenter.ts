import { FORMATS, formatIndicators, indicator, formatOf } from "./catalog.js";
import type { Format } from "./format.js";
import type { IndicatorType, ReportFormatType } from "./indicator.types.js";

const presented = new Map<string, IndicatorType>();

/** The indicator of a code that is known to be one. */
export function presentIndicator(code: string): IndicatorType {
  const known = presented.get(code);
  if (known) return known;
  const found = indicator(code);
  if (!found) throw new Error(`no indicator ${code}`);
  const { label, labelEn, unit, formats, formula, derived } = found;
  const fresh: IndicatorType = { code, label, labelEn, unit, formats, formula, derived };
  presented.set(code, fresh);
  return fresh;
}

const presentFormat = (format: Format): ReportFormatType => ({
  code: format.code,
  documentNumber: format.documentNumber,
  name: format.name,
  firstYear: format.firstYear,
  lastYear: format.lastYear,
  indicators: formatIndicators(format).map((found) => presentIndicator(found.code)),
});

export const PRESENTED_FORMATS: readonly ReportFormatType[] = FORMATS.map(presentFormat);

const byCode = new Map(PRESENTED_FORMATS.map((format) => [format.code, format]));

export const presentFormatOf = (code: string): ReportFormatType =>
  byCode.get(code) ?? presentFormat(formatOf(code));
