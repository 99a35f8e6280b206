import {
  append,
  parsed,
  stepIn,
  stepsOf,
  type Changes,
  type HistoryRow,
  type Step,
} from "../history/index.js";
import type { Call } from "../access/index.js";
import { type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { REPORTS, type ImportedFile, type ReportEventRow, type ReportRow } from "./report.entity.js";
import type { ReportStatus } from "./report-status.js";
import { staleRevision } from "../kernel/problem.js";

export const reportById = (session: Session, id: string): Promise<ReportRow | null> =>
  session.rows(REPORTS).one({ id });

export const reportOf = (
  session: Session,
  key: Pick<ReportRow, "unitId" | "year" | "scope">,
): Promise<ReportRow | null> =>
  session.rows(REPORTS).one({ unitId: key.unitId, year: key.year, scope: key.scope });

export async function insertReport(session: Session, unit: UnitRow, row: ReportRow): Promise<ReportRow> {
  await session.rows(REPORTS).insert(unit, row);
  return row;
}

/** Updates the report unless it has changed since it was read, and increments its revision. */
export async function updateReport(
  session: Session,
  report: ReportRow,
  values: Partial<ReportRow>,
): Promise<ReportRow> {
  const { id, unitId, revision } = report;
  const next = { ...values, revision: revision + 1 };
  const changed = await session.rows(REPORTS).update({ id, unitId, revision }, next);
  if (changed === 0) throw staleRevision((await reportById(session, id))?.revision ?? revision);
  return { ...report, ...next };
}

/** Reads and locks the report until this transaction ends. */
export async function holdReport(session: Session, id: string, unitId: string): Promise<ReportRow | null> {
  await session.hold(REPORTS, { id, unitId });
  return reportById(session, id);
}

type RecordChange = Partial<
  Pick<ReportEventRow, "action" | "fromStatus" | "toStatus" | "reason" | "cells" | "dueOn" | "samePerson">
> & { readonly imported?: ImportedFile; readonly changes?: Changes };

/** Writes the step into the history, under the operation's own name unless another action is given. */
export function recordEvent(
  call: Call,
  unit: UnitRow,
  report: Pick<ReportRow, "id" | "revision">,
  { fromStatus = null, toStatus = null, reason = null, action = call.operation, ...more }: RecordChange,
): void {
  const { cells = [], dueOn = null, samePerson = false, imported, changes } = more;
  append(call, {
    unit,
    subject: { type: "AnnualReport", id: report.id },
    ...{ operation: action, reason },
    revision: report.revision,
    // Also where it stayed as it was: an edit is told with the status in which it was made.
    changes: { ...changes, ...(toStatus !== null && { status: [fromStatus, toStatus] as const }) },
    details: {
      ...(cells.length > 0 && { cells }),
      ...(dueOn !== null && { dueOn }),
      ...(samePerson && { samePerson }),
      ...(imported && { file: imported.name, sha256: imported.sha256 }),
    },
  });
}

type Kept = Partial<Pick<ReportEventRow, "cells" | "dueOn" | "samePerson">>;

/** An event with the entry of the history that it was read from. */
export type StoredReportEvent = ReportEventRow & Pick<Step, "entry">;

function reportEvent(entry: HistoryRow): StoredReportEvent {
  const { cells = [], dueOn = null, samePerson = false } = parsed<Kept>(entry.details, {});
  const { status = [null, null] } = parsed<{ status?: [ReportStatus | null, ReportStatus | null] }>(
    entry.changes,
    {},
  );
  const [fromStatus, toStatus] = status;
  const { subjectId: reportId, at, actorId, actor, action, revision, note: reason } = stepIn(entry);
  const step = { reportId, at, actorId, actor, action, revision, reason };
  return { ...step, fromStatus, toStatus, cells, dueOn, samePerson, entry };
}

export const eventsOf = async (
  session: Session,
  reportIds: readonly string[],
): Promise<StoredReportEvent[]> => (await stepsOf(session, "AnnualReport", reportIds)).map(reportEvent);
