import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";
import type { ReportScope } from "../reports/index.js";

/**
 * A mark that reports of these years, of a unit or of all at and below it, must be checked again because something
 * their findings depend on has changed. It contains nothing of the reports, and is deleted after the check.
 */
@Entity("recheck_marks")
export class RecheckMarkRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "below", type: "boolean" }) below!: boolean;
  @Column({ name: "from_year", type: "int" }) fromYear!: number;
  @Column({ name: "to_year", type: "int" }) toYear!: number;
  @Column({ name: "scope", type: "varchar" }) scope!: ReportScope | "ANY";
  /** Reports are checked in the order of their ids; those up to this id are done. */
  @Column({ name: "after_id", type: "varchar" }) afterId!: string;
  @Column({ name: "marked_at", type: "varchar" }) markedAt!: string;
}

export const RECHECK_MARKS = sharedTable("recheck_marks", RecheckMarkRow, { machinery: true });
