import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";

/** A government's own filing date for the units below it, earlier than the statute's; public like the register. */
@Entity("filing_deadlines")
export class FilingDeadlineRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "year", type: "int" }) year!: number;
  @Column({ name: "due_on", type: "varchar" }) dueOn!: string;
}

export const FILING_DEADLINES = sharedTable("filing_deadlines", FilingDeadlineRow, { ofUnit: true });
