import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable } from "../../platform/db/index.js";
import { cellKey } from "../../platform/vault/cell-key.js";
import { LEDGER_ROWS, numberKey } from "../../records/index.js";
import type { RemedyDisposition } from "./dispositions.data.js";
import type { RemedyRoute, RemedyRuling } from "./remedy.terms.js";

/** 行政复议 or 行政诉讼 over a request: counted once, by its latest outcome. */
@Entity("remedies")
export class RemedyRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "route", type: "varchar" }) route!: RemedyRoute;
  /** The request that is contested; null for one that is not in the ledger. */
  @Column({ name: "request_id", type: "varchar", nullable: true }) requestId!: string | null;
  /** The review that a suit followed. */
  @Column({ name: "review_id", type: "varchar", nullable: true }) reviewId!: string | null;
  @Column({ name: "number", type: "varchar" }) number!: string;
  /** The reviewing organ or the court. */
  @Column({ name: "organ", type: "varchar", nullable: true }) organ!: string | null;
  @Column({ name: "lodged_on", type: "varchar" }) lodgedOn!: string;
  @Column({ name: "concluded_on", type: "varchar", nullable: true }) concludedOn!: string | null;
  /** Day on which the ruling reached the applicant, from which a suit after review runs. Null if unknown. */
  @Column({ name: "decision_arrived_on", type: "varchar", nullable: true }) decisionArrivedOn!: string | null;
  @Column({ name: "ruling", type: "varchar", nullable: true }) ruling!: RemedyRuling | null;
  /** What was ruled in the law's own words: see dispositions.data.ts. */
  @Column({ name: "disposition", type: "varchar", nullable: true }) disposition!: RemedyDisposition | null;
  @Column({ name: "note", type: "text", nullable: true }) note!: string | null;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "recorded_by", type: "varchar" }) recordedBy!: string;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  /** See platform/vault/cell-key.ts. */
  @Column({ name: "cell_key", type: "int", nullable: true, select: false }) cellKey?: number | null;
  @Column({ name: "number_key", type: "varchar", nullable: true, select: false }) numberKey?: string;
  @Column({ name: "staging", type: "varchar", nullable: true, select: false }) staging?: string | null;
}

export const REMEDIES = tenantTable("remedies", RemedyRow, {
  ...LEDGER_ROWS,
  staged: true,
  derived: (values) => ({
    ...numberKey(values),
    ...(values.id !== undefined && { cellKey: cellKey(values.id) }),
  }),
});
