import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { tenantTable } from "../platform/db/index.js";
import { LEDGER_ROWS } from "../records/index.js";
import type { LedgerPart } from "./ledger-parts.data.js";

/** 无此类事项: a person states by name that a unit had none of something in a year, for which it keeps no ledger. */
@Entity("none_statements")
export class NoneStatementRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "part", type: "varchar" }) part!: LedgerPart;
  @Column({ name: "year", type: "int" }) year!: number;
  @Column({ name: "stated_by", type: "varchar" }) statedBy!: string;
  @Column({ name: "stated_on", type: "varchar" }) statedOn!: CalendarDate;
  /** The user who entered it, under the name of that time, and when. */
  @Column({ name: "entered_by", type: "varchar" }) enteredBy!: string;
  @Column({ name: "entered_at", type: "varchar" }) enteredAt!: string;
  /** When it was withdrawn; "" while valid, so that a unique key allows one valid statement. */
  @Column({ name: "ended_at", type: "varchar" }) endedAt!: string;
  @Column({ name: "ended_by", type: "varchar", nullable: true }) endedBy!: string | null;
}

export const NONE_STATEMENTS = tenantTable("none_statements", NoneStatementRow, LEDGER_ROWS);
