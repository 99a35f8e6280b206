import { stepsOf } from "../history/index.js";
import { dateInShanghai, type CalendarDate } from "../kernel/calendar-date.js";
import type { Session } from "../platform/db/index.js";
import type { OnLedgerChange } from "../records/index.js";
import { settingsOf } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import type { FindingRow } from "./finding.entity.js";
import { findingsOf, syncFindings } from "./finding.store.js";
import { likenessFacts } from "./likeness.read-model.js";
import {
  holdReport,
  missedDate,
  reportOf,
  type ReportRow,
  REPORTS,
  completedValues,
} from "../reports/index.js";
import { knownFiling } from "./report-filing.store.js";
import type { ReportServices } from "./report-services.js";
import { markDependents } from "./recheck-marks.js";
import { previousFigures } from "./version.read-model.js";
import { formatOf } from "../forms/index.js";
import { checkReport, type Fault } from "../rules/index.js";

/** Runs the rules over a working copy and stores what they find; returns all findings of the report. */
export async function recheck(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  services: ReportServices,
): Promise<FindingRow[]> {
  const faults = await faultsOf(session, unit, report, services);
  const stored = await findingsOf(session, report.id);
  return syncFindings(session, unit, { reportId: report.id, stored }, faults);
}

/** As `recheck`, of a report that was just made: no findings of it are stored yet. */
export async function checkNew(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  services: ReportServices,
): Promise<FindingRow[]> {
  const faults = await faultsOf(session, unit, report, services);
  return syncFindings(session, unit, { reportId: report.id, stored: [] }, faults);
}

async function faultsOf(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  services: ReportServices,
): Promise<Fault[]> {
  const format = formatOf(report.format);
  const settings = (await settingsOf(session))(unit);
  const today = dateInShanghai(services.clock.now());
  const filing = await knownFiling(session, report);
  return checkReport({
    format,
    year: report.year,
    unitKind: unit.kind,
    unitName: unit.name,
    scope: report.scope,
    ...completedValues(format, report.cells),
    sections: report.sections,
    signedOn: report.signedOn,
    tablesChangedOn: report.tablesChangedOn,
    enteredOn: await enteredOn(session, report),
    dueOn: filing.firstDueOn,
    today,
    missed: missedDate(filing, today),
    publishedOn: report.status === "PUBLISHED" ? dateOf(report.publishedAt) : null,
    firstPublishedOn: dateOf(filing.firstPublishedAt),
    previous: await previousFigures(session, report, unit),
    ...(await services.listeners.facts(session, unit, report, { ...services, settings })),
    likeness: await likenessFacts(session, unit, report, settings),
    feesYuanFrom: settings["rules.feesYuanFrom"],
  });
}

/** When the report was first entered: read only if the signature is older than the tables. */
async function enteredOn(
  session: Session,
  { id, signedOn, tablesChangedOn }: ReportRow,
): Promise<CalendarDate | null> {
  if (!signedOn || !tablesChangedOn || signedOn >= tablesChangedOn) return null;
  const [first] = await stepsOf(session, "AnnualReport", [id]);
  return dateOf(first?.at ?? null) ?? tablesChangedOn;
}

/**
 * After a version appeared or was withdrawn: checks what depends on it, the next year's report at once, and each
 * 本级汇总 that includes it in the background.
 */
export async function checkWhatRestsOn(
  session: Session,
  unit: UnitRow,
  { year, scope }: ReportRow,
  services: ReportServices,
): Promise<void> {
  const next = await reportOf(session, { unitId: unit.id, year: year + 1, scope });
  const held = next && (await holdReport(session, next.id, unit.id));
  if (held) await recheck(session, unit, held, services);
  await markDependents(session, unit, { year, scope }, services.clock.now());
}

/**
 * Checks a unit's own reports again from a year on, after its ledgers changed; the reports stay as they are. Each is
 * locked: a simultaneous change of the ledgers waits, and then checks the report against both changes.
 */
export const recheckReports =
  (services: ReportServices): OnLedgerChange =>
  async (session, unit, sinceYear) => {
    const reports = await session
      .rows(REPORTS)
      .find({ unitId: unit.id, scope: "OWN" }, { orderBy: { year: "ASC" } });
    for (const { id } of reports.filter(({ year }) => year >= sinceYear)) {
      const report = await holdReport(session, id, unit.id);
      if (report) await recheck(session, unit, report, services);
    }
  };

const dateOf = (instant: string | null): CalendarDate | null => instant && dateInShanghai(new Date(instant));
