import { dateInShanghai, type CalendarDate } from "../kernel/calendar-date.js";
import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { type FilingDates, REPORT_FILINGS, type ReportFilingRow, type ReportRow } from "../reports/index.js";

type Dated = Pick<ReportRow, "id" | "unitId" | "dueOn" | "firstSubmittedAt">;

const neverFiled = ({ id, unitId, dueOn }: Dated): ReportFilingRow => ({
  reportId: id,
  unitId,
  firstDueOn: dueOn,
  resubmitBy: null,
  missedDueOn: null,
  missedOn: null,
  firstPublishedAt: null,
  underCorrection: false,
});

/** The row comes with the first submission: before that there is none to read. */
const filingOf = async (session: Session, report: Dated): Promise<ReportFilingRow> =>
  (report.firstSubmittedAt === null
    ? null
    : await session.rows(REPORT_FILINGS).one({ reportId: report.id })) ?? neverFiled(report);

export interface KnownFiling extends FilingDates {
  readonly firstPublishedAt: string | null;
}

export async function knownFiling(session: Session, report: Dated): Promise<KnownFiling> {
  return { ...(await filingOf(session, report)), firstSubmittedAt: report.firstSubmittedAt };
}

export async function changeFiling(
  session: Session,
  unit: UnitRow,
  report: Dated,
  values: Partial<ReportFilingRow>,
): Promise<void> {
  const where = { reportId: report.id, unitId: unit.id };
  if ((await session.rows(REPORT_FILINGS).one(where)) === null)
    await session.rows(REPORT_FILINGS).insert(unit, { ...neverFiled(report), ...values });
  else await session.rows(REPORT_FILINGS).update(where, values);
}

/** Published for the first time, or again after a correction. */
export async function recordPublication(
  session: Session,
  unit: UnitRow,
  report: Dated,
  at: string,
): Promise<void> {
  const { firstPublishedAt } = await filingOf(session, report);
  await changeFiling(session, unit, report, {
    firstPublishedAt: firstPublishedAt ?? at,
    underCorrection: false,
  });
}

/** Records a submission: whether the date of a return was kept; the first missed date stays. */
export async function recordSubmission(
  session: Session,
  unit: UnitRow,
  report: Dated,
  at: string,
): Promise<void> {
  const { resubmitBy, missedDueOn } = await filingOf(session, report);
  const on: CalendarDate = dateInShanghai(new Date(at));
  const missed = missedDueOn === null && resubmitBy !== null && on > resubmitBy;
  await changeFiling(session, unit, report, {
    resubmitBy: null,
    ...(missed && { missedDueOn: resubmitBy, missedOn: on }),
  });
}
