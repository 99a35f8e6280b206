import { formatByCode, type Format, readCellValue } from "../../forms/index";
import { checkReport, faultMessage } from "../../rules/index";
import { localDay } from "../days";
import { LANGUAGE } from "../texts";
import { type Reckoned, type Sheet, tidy } from "./draft";
import type { Shown } from "./findings";
import type { Report, UnitOfReport } from "./report-query";

/**
 * The rules over what is typed now, by the server's own code. What the page does not know (the ledger, siblings' texts)
 * is left to the server, which decides.
 */
export function liveFindings(
  unit: UnitOfReport,
  report: Report | null,
  year: number,
  {
    format,
    sheet,
    reckoned,
  }: { readonly format: Format; readonly sheet: Sheet; readonly reckoned: Reckoned },
): Shown[] {
  const today = localDay();
  const { values, computed } = reckoned;
  const faults = checkReport({
    ...{ format, year, values, computed, today },
    unitKind: unit.kind,
    unitName: report?.unitName ?? unit.name,
    scope: report?.scope ?? "OWN",
    sections: sheet.texts,
    signedOn: report?.signedOn ?? null,
    tablesChangedOn: null,
    dueOn: report?.dueOn ?? `${year + 1}-01-31`,
    publishedOn: null,
    previous: previousOf(report),
    ledger: null,
    feesYuanFrom: Number.MAX_SAFE_INTEGER,
  });
  return faults.map((fault) => ({
    id: fault.rule + fault.fingerprint,
    severity: fault.severity,
    message: faultMessage(fault)[LANGUAGE],
    arithmetic: fault.said?.arithmetic ?? null,
    suggestion: fault.said?.suggestion[LANGUAGE] ?? null,
    replacement: fault.said?.replacement ?? null,
    codes: fault.places.filter((place) => place.year === year).map(({ code }) => code),
    excerpt: fault.excerpt,
  }));
}

function previousOf(report: Report | null) {
  const format = report?.previous && formatByCode(report.previous.format.code);
  if (!report?.previous || !format) return null;
  const given = new Map(report.previous.cells.map(({ indicator, value }) => [indicator.code, value]));
  const values = format.cells.map((cell) => {
    const read = readCellValue(cell, tidy(given.get(cell.code) ?? ""));
    return "value" in read ? read.value : null;
  });
  return { format, values, year: report.previous.year, revisedAfterPublication: false };
}
