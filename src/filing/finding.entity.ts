import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable, withinReach } from "../platform/db/index.js";
import type { Fault, Severity } from "../rules/index.js";

export type FindingStatus = "OPEN" | "EXPLAINED" | "ACCEPTED" | "FALSE_ALARM" | "RESOLVED";

/** The statuses in which a finding of each severity blocks submission. */
export const BLOCKING_STATUSES: Readonly<Record<Severity, readonly FindingStatus[]>> = {
  ERROR: ["OPEN", "EXPLAINED"],
  WARNING: ["OPEN"],
  INFO: [],
};

/** A fault that a rule found, with what was said of it. One row a rule and place, whatever the values. */
@Entity("findings")
export class FindingRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "report_id", type: "varchar" }) reportId!: string;
  @Column({ name: "rule", type: "varchar" }) rule!: string;
  @Column({ name: "fingerprint", type: "varchar" }) fingerprint!: string;
  @Column({ name: "severity", type: "varchar" }) severity!: Severity;
  @Column({ name: "status", type: "varchar" }) status!: FindingStatus;
  /** As the engine found it last. */
  @Column({ name: "fault", type: "simple-json" }) fault!: Fault;
  /** What the unit says of it. */
  @Column({ name: "explanation", type: "text", nullable: true }) explanation!: string | null;
  /** What its district office says of it. */
  @Column({ name: "judgement", type: "text", nullable: true }) judgement!: string | null;
  /** Position in the list: by rule, then by place. */
  @Column({ name: "position", type: "int" }) position!: number;
}

export const FINDINGS = tenantTable("findings", FindingRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});
