import { sql, type Session, type Sql } from "../../platform/db/index.js";
import { BLOCKING_STATUSES, FINDINGS } from "../../filing/index.js";
import { type FilingDates, REPORT_FILINGS, REPORTS, type ReportStatus } from "../../reports/index.js";
import type { UnitRow } from "../../units/index.js";
import { filingColumns } from "./newest-version.read-model.js";

/** A working report as the board shows it. */
export interface WorkingFiling extends FilingDates {
  readonly unitId: string;
  readonly status: ReportStatus;
  readonly dueOn: string;
  readonly submittedAt: string | null;
  readonly underCorrection: boolean;
  readonly openErrors: number;
  readonly openWarnings: number;
}

/**
 * The units' own reports of a year, as far as this scope may see working copies, by unit id. Open is what still
 * blocks submission: an ERROR until an officer lifts it, a WARNING until it is explained. One statement.
 */
export async function workingFilings(
  session: Session,
  units: readonly UnitRow[],
  year: number,
): Promise<ReadonlyMap<string, WorkingFiling>> {
  const rows = await session.query<WorkingFiling>(
    sql`select r.unit_id as unitId, r.status, r.due_on as dueOn, r.submitted_at as submittedAt,
          r.first_submitted_at as firstSubmittedAt, ${filingColumns("r")},
          count(case when ${blocking("ERROR")} then 1 end) as openErrors,
          count(case when ${blocking("WARNING")} then 1 end) as openWarnings
        from ${session.from(REPORTS, "r")}
        left join ${session.from(REPORT_FILINGS, "f")} on f.report_id = r.id
        left join ${session.from(FINDINGS, "d")} on d.report_id = r.id and d.unit_id = r.unit_id
        where r.unit_id in ${units.map((unit) => unit.id)} and r.year = ${year} and r.scope = 'OWN'
        group by r.unit_id, r.status, r.due_on, r.submitted_at, r.first_submitted_at, f.first_due_on, f.resubmit_by,
          f.missed_due_on, f.missed_on, f.under_correction`,
  );
  return new Map(
    rows.map((row) => [
      row.unitId,
      // Some drivers return counts as bigint.
      { ...row, openErrors: Number(row.openErrors), openWarnings: Number(row.openWarnings) },
    ]),
  );
}

const blocking = (severity: "ERROR" | "WARNING"): Sql =>
  sql`d.severity = ${severity} and d.status in ${[...BLOCKING_STATUSES[severity]]}`;
