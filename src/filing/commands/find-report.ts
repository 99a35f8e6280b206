import { authorize, type Call, type Permission } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import { sql, type Session } from "../../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import type { ReportScope } from "../report-status.js";
import type { ReportRow } from "../report.entity.js";
import { reportById } from "../report.store.js";
import { VERSIONS } from "../version.entity.js";

export interface FoundReport {
  readonly report: ReportRow;
  readonly unit: UnitRow;
}

/** A report by its id, for somebody who holds one of the permissions over its unit. */
export async function findReport(
  { session, viewer }: Pick<Call, "session" | "viewer">,
  permissionsFor: (scope: ReportScope) => readonly Permission[],
  id: string | null,
): Promise<FoundReport> {
  const report = id === null ? null : await reportById(session, id);
  const unitId = report?.unitId ?? (id === null ? null : await unitOfVersion(session, id));
  const [unit] = unitId === null ? [] : await unitsByIds(session, [unitId]);
  const authorized = authorize(viewer, permissionsFor(report?.scope ?? "OWN"), unit ?? null);
  // A caller with a permission over the unit also reads its working copies, so the report does not exist.
  if (!report) throw notFound();
  return { report, unit: authorized };
}

/**
 * A caller who sees only versions, such as an analyst, gets FORBIDDEN for reports with a version and NOT_FOUND for
 * drafts.
 */
async function unitOfVersion(session: Session, reportId: string): Promise<string | null> {
  const [found] = await session.query<{ unitId: string }>(
    sql`select v.unit_id as unitId from ${session.from(VERSIONS, "v")} where v.report_id = ${reportId} limit 1`,
  );
  return found?.unitId ?? null;
}
