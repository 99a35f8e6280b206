import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable } from "../../platform/db/index.js";
import { LEDGER_ROWS, numberKey } from "../../records/index.js";
import type { ProposalKind, ProposalLevel, ProposalRole, Satisfaction } from "./proposal.terms.js";

/** 人大代表建议 or 政协委员提案 that the unit answers, alone or for another to answer. */
@Entity("proposals")
export class ProposalRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "kind", type: "varchar" }) kind!: ProposalKind;
  @Column({ name: "level", type: "varchar" }) level!: ProposalLevel;
  @Column({ name: "role", type: "varchar" }) role!: ProposalRole;
  /** 届次: 区人大十八届四次会议 */
  @Column({ name: "session", type: "varchar", nullable: true }) session!: string | null;
  @Column({ name: "number", type: "varchar" }) number!: string;
  @Column({ name: "title", type: "varchar" }) title!: string;
  /** 涉及面广、处理难度大: a longer period. */
  @Column({ name: "broad", type: "boolean" }) broad!: boolean;
  @Column({ name: "assigned_on", type: "varchar" }) assignedOn!: string;
  @Column({ name: "due_on", type: "varchar" }) dueOn!: string;
  /** The answer that stands, its number and result; null again while it is redone. */
  @Column({ name: "answered_on", type: "varchar", nullable: true }) answeredOn!: string | null;
  @Column({ name: "answer_number", type: "varchar", nullable: true }) answerNumber!: string | null;
  @Column({ name: "result_class", type: "varchar", nullable: true }) resultClass!: string | null;
  @Column({ name: "satisfaction", type: "varchar", nullable: true }) satisfaction!: Satisfaction | null;
  @Column({ name: "published", type: "boolean" }) published!: boolean;
  /** 不满意: it is being answered again. */
  @Column({ name: "redo", type: "boolean" }) redo!: boolean;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  @Column({ name: "number_key", type: "varchar", nullable: true, select: false }) numberKey?: string;
  @Column({ name: "staging", type: "varchar", nullable: true, select: false }) staging?: string | null;
}

export const PROPOSALS = tenantTable("proposals", ProposalRow, {
  ...LEDGER_ROWS,
  staged: true,
  derived: numberKey,
});
