import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable } from "../../platform/db/index.js";
import { LEDGER_ROWS } from "../../records/index.js";

export interface Revocation {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** 外部报送数: licences, penalties, coercions or fees of a period, which another office counts and answers for. */
@Entity("supplied_counts")
export class SupplyRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** Code of the cell of table 二 that it adds to. */
  @Column({ name: "indicator", type: "varchar" }) indicator!: string;
  @Column({ name: "supplier", type: "varchar" }) supplier!: string;
  @Column({ name: "year", type: "int" }) year!: number;
  @Column({ name: "from_on", type: "varchar" }) fromOn!: string;
  @Column({ name: "to_on", type: "varchar" }) toOn!: string;
  /** The exact decimal; fees in 万元. */
  @Column({ name: "quantity", type: "varchar" }) quantity!: string;
  @Column({ name: "entered_by", type: "varchar" }) enteredBy!: string;
  /** Until it is signed off, by somebody else than who entered it, it counts nowhere. */
  @Column({ name: "signed_off_at", type: "varchar", nullable: true }) signedOffAt!: string | null;
  @Column({ name: "signed_off_by", type: "varchar", nullable: true }) signedOffBy!: string | null;
  /** The last time that a sign-off was taken back. */
  @Column({ name: "revocation", type: "simple-json", nullable: true }) revocation!: Revocation | null;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

export const SUPPLIED_COUNTS = tenantTable("supplied_counts", SupplyRow, LEDGER_ROWS);
