import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable, withinReach } from "../platform/db/index.js";

/** One member of a 本级汇总 and the version of its report that was added up. */
export interface RolledUpMember {
  readonly unitId: string;
  readonly versionId: string;
}

/** What a 本级汇总 was last made from. */
@Entity("report_roll_ups")
export class RollUpRow {
  @PrimaryColumn({ name: "report_id", type: "varchar" }) reportId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "derived_at", type: "varchar" }) derivedAt!: string;
  @Column({ name: "members", type: "simple-json" }) members!: readonly RolledUpMember[];
}

export const REPORT_ROLL_UPS = tenantTable("report_roll_ups", RollUpRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});
