import { authorize, type Call, type Permission, type Place } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import { sql, type Session } from "../../platform/db/index.js";
import { recordsWithUnits, type UnitRow } from "../../units/index.js";
import { type ReportRow, REPORTS, type ReportScope, VERSIONS } from "../../reports/index.js";

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
  if (id === null) throw notFound();
  const [found] = await recordsWithUnits(session, REPORTS, [id]);
  if (found) return { report: found[0], unit: authorize(viewer, permissionsFor(found[0].scope), found[1]) };
  authorize(viewer, permissionsFor("OWN"), await unitOfVersion(session, id));
  // A caller with a permission over the unit also reads its working copies, so the report does not exist.
  throw notFound();
}

/**
 * A caller who sees only versions, such as an analyst, gets FORBIDDEN for reports with a version and NOT_FOUND for
 * drafts.
 */
async function unitOfVersion(session: Session, reportId: string): Promise<Place | null> {
  const [found] = await session.query<Place>(
    sql`select v.unit_id as id, v.unit_path as path from ${session.from(VERSIONS, "v")}
        where v.report_id = ${reportId} limit 1`,
  );
  return found ?? null;
}
