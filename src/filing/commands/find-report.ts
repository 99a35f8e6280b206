import { authorize, type Permission, type Viewer } from "../../access/index.js";
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
  session: Session,
  viewer: Viewer,
  permissionsFor: (scope: ReportScope) => readonly Permission[],
  id: string | null,
): Promise<FoundReport> {
  const report = id === null ? null : await reportById(session, id);
  const unitId = report?.unitId ?? (id === null ? null : await unitOfVersion(session, id));
  const [unit] = unitId === null ? [] : await unitsByIds(session, [unitId]);
  const authorized = authorize(viewer, permissionsFor(report?.scope ?? "OWN"), unit ?? null);
  // Whoever holds a permission over the unit reads its working copies too; so this one has none.
  if (!report) throw notFound();
  return { report, unit: authorized };
}

/** Who sees only versions, an analyst say, is told FORBIDDEN for these and NOT_FOUND for drafts. */
async function unitOfVersion(session: Session, reportId: string): Promise<string | null> {
  const [found] = await session.query<{ unitId: string }>(
    sql`select v.unit_id as unitId from ${session.from(VERSIONS, "v")} where v.report_id = ${reportId} limit 1`,
  );
  return found?.unitId ?? null;
}
