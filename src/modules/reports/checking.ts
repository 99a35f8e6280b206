import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import type { Session } from "../../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { completedValues, formatOf } from "./draft.js";
import { syncFindings } from "./finding.store.js";
import type { ReportRow } from "./report.entity.js";
import { checkReport, DEFAULT_SETTINGS, type Fault } from "./rules/index.js";
import { previousFigures } from "./version.read-model.js";

/** Runs the rules over a working copy and stores what they find. */
export async function recheck(session: Session, unit: UnitRow, report: ReportRow, now: Date): Promise<void> {
  await syncFindings(session, unit, report.id, await faultsOf(session, unit, report, now));
}

async function faultsOf(session: Session, unit: UnitRow, report: ReportRow, now: Date): Promise<Fault[]> {
  const format = formatOf(report.format);
  return checkReport({
    format,
    year: report.year,
    unitKind: unit.kind,
    scope: report.scope,
    ...completedValues(format, report.cells),
    sections: report.sections,
    signedOn: report.signedOn,
    tablesChangedOn: report.tablesChangedOn,
    dueOn: report.dueOn,
    today: dateInShanghai(now),
    submittedOn: dateOf(report.firstSubmittedAt),
    publishedOn: report.status === "PUBLISHED" ? dateOf(report.publishedAt) : null,
    previous: await previousFigures(session, report, unit.path),
    settings: DEFAULT_SETTINGS,
  });
}

const dateOf = (instant: string | null): CalendarDate | null => instant && dateInShanghai(new Date(instant));
