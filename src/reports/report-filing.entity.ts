import { Column, Entity, PrimaryColumn } from "typeorm";
import { anyOf, raw, sql, tenantTable, withinReach } from "../platform/db/index.js";
import { readableVersions } from "./version.entity.js";

/** How a report kept its dates, from its first submission on; read by whoever sees one of its versions. */
@Entity("report_filings")
export class ReportFilingRow {
  @PrimaryColumn({ name: "report_id", type: "varchar" }) reportId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** Due date of the first submission; `reports.due_on` is the newest one. */
  @Column({ name: "first_due_on", type: "varchar" }) firstDueOn!: string;
  /** Due date of a return that has not been answered yet. */
  @Column({ name: "resubmit_by", type: "varchar", nullable: true }) resubmitBy!: string | null;
  /** The first missed date of a return, and the day on which the report came. */
  @Column({ name: "missed_due_on", type: "varchar", nullable: true }) missedDueOn!: string | null;
  @Column({ name: "missed_on", type: "varchar", nullable: true }) missedOn!: string | null;
  @Column({ name: "first_published_at", type: "varchar", nullable: true }) firstPublishedAt!: string | null;
  /** Published, and opened again for a correction that is not published yet. */
  @Column({ name: "under_correction", type: "boolean" }) underCorrection!: boolean;
}

export const REPORT_FILINGS = tenantTable("report_filings", ReportFilingRow, {
  readable: (scope, alias) =>
    anyOf([
      withinReach(scope.working, alias),
      sql`${raw(alias)}.report_id in (select v.report_id from report_versions v where ${readableVersions(scope, "v")})`,
    ]),
  writable: (scope) => scope.writable,
});
