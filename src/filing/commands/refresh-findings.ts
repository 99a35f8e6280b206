import { holds, type Viewer } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds } from "../../units/index.js";
import { recheck } from "../checking.js";
import type { ReportServices } from "../report-services.js";
import { holdReport, reportById } from "../../reports/index.js";
import { permissionsTo, workflowOf } from "../report.workflow.js";

/**
 * Runs the rules before a submission, in a transaction of its own: if findings block it, they must be stored, so that
 * they can be explained. A caller who may not submit changes nothing here, and is refused by the submission.
 */
export async function refreshFindings(
  session: Session,
  viewer: Viewer,
  { reportId, expectedRevision }: { reportId: string | null; expectedRevision: number },
  services: ReportServices,
): Promise<void> {
  const report = reportId === null ? null : await reportById(session, reportId);
  if (report?.revision !== expectedRevision) return;
  const [unit] = await unitsByIds(session, [report.unitId]);
  if (!unit || !permissionsTo("submit", report.scope).some((one) => holds(viewer, one, unit))) return;
  if (!workflowOf(report).step("submit", report.status, viewer.rolesAt(unit))) return;
  const held = await holdReport(session, report.id, unit.id);
  if (held?.revision === expectedRevision) await recheck(session, unit, held, services);
}
