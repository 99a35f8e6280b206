import { type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { type ReportRow, REPORTS } from "./report.entity.js";
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
