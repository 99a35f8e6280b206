import { Column, Entity, PrimaryColumn } from "typeorm";
import { fold } from "../../kernel/fold.js";
import type { Changes, PersonalChanges, Step } from "../../history/index.js";
import { sharedTable, tenantTable, withinReach } from "../../platform/db/index.js";
import { cellKey } from "../../platform/vault/cell-key.js";
import { LEDGER_ROWS } from "../../records/index.js";
import type { ApplicantKind, ReceiptChannel, RequestOutcome, RequestState } from "./request.terms.js";

/** 依申请公开: one request from its receipt to the service of its decision (条例 §27-45). */
@Entity("information_requests")
export class RequestRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "number", type: "varchar" }) number!: string;
  @Column({ name: "subject", type: "text" }) subject!: string;
  @Column({ name: "applicant_kind", type: "varchar" }) applicantKind!: ApplicantKind;
  @Column({ name: "receipt_channel", type: "varchar" }) receiptChannel!: ReceiptChannel;
  /** When it came in. */
  @Column({ name: "arrived_on", type: "varchar" }) arrivedOn!: string;
  /** When it counts as received (条例 §31): the clock starts after this day. */
  @Column({ name: "received_on", type: "varchar" }) receivedOn!: string;
  /** Day from which it counts as one 件: the receipt, or the split from another request. */
  @Column({ name: "counted_on", type: "varchar" }) countedOn!: string;
  /** 一事一申请: the request that it was split off from. */
  @Column({ name: "split_from_id", type: "varchar", nullable: true }) splitFromId!: string | null;
  @Column({ name: "state", type: "varchar" }) state!: RequestState;
  @Column({ name: "outcome", type: "varchar", nullable: true }) outcome!: RequestOutcome | null;
  @Column({ name: "article", type: "varchar", nullable: true }) article!: string | null;
  @Column({ name: "document_number", type: "varchar", nullable: true }) documentNumber!: string | null;
  /** When it was decided, withdrawn or lapsed: the year in which its outcome counts. */
  @Column({ name: "decided_on", type: "varchar", nullable: true }) decidedOn!: string | null;
  @Column({ name: "served_on", type: "varchar", nullable: true }) servedOn!: string | null;
  /** Day on which the decision reached the applicant, which starts the time to contest it. Null if unknown. */
  @Column({ name: "decision_arrived_on", type: "varchar", nullable: true }) decisionArrivedOn!: string | null;
  /** Calendar and conventions at the decision, which keep applying; null before. */
  @Column({ name: "terms_id", type: "varchar", nullable: true }) termsId!: string | null;
  /** Result of the clock at the last event: a cache for lists only. */
  @Column({ name: "due_on", type: "varchar", nullable: true }) dueOn!: string | null;
  @Column({ name: "provisional", type: "boolean" }) provisional!: boolean;
  /** Working days used when it was decided; meaningless before. */
  @Column({ name: "used_days", type: "int" }) usedDays!: number;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  /** See platform/vault/cell-key.ts. */
  @Column({ name: "cell_key", type: "int", nullable: true, select: false }) cellKey?: number | null;
  @Column({ name: "number_key", type: "varchar", nullable: true, select: false }) numberKey?: string;
  @Column({ name: "subject_key", type: "text", nullable: true, select: false }) subjectKey?: string;
  @Column({ name: "staging", type: "varchar", nullable: true, select: false }) staging?: string | null;
}

/** One step of the process: what happened on which day, and who recorded it when. It stands in the history. */
export interface RequestEventRow extends Omit<Step, "subjectId" | "entry"> {
  readonly changes?: Changes;
  readonly personal?: PersonalChanges;
  readonly unitId: string;
  readonly requestId: string;
}

/** A calendar with conventions as JSON, keyed by its hash: stored once for all cases with the same terms. */
@Entity("reckoning_terms")
export class ReckoningTermsRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "body", type: "text" }) body!: string;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** The applicant's personal data, sealed: see platform/vault. Deleted by blanking. */
@Entity("request_applicants")
export class ApplicantRow {
  @PrimaryColumn({ name: "request_id", type: "varchar" }) requestId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "sealed", type: "blob" }) sealed!: Uint8Array;
}

export const INFORMATION_REQUESTS = tenantTable("information_requests", RequestRow, {
  ...LEDGER_ROWS,
  staged: true,
  derived: ({ id, number, subject }) => ({
    ...(id !== undefined && { cellKey: cellKey(id) }),
    ...(number !== undefined && { numberKey: fold(number) }),
    ...(subject !== undefined && { subjectKey: fold(subject) }),
  }),
});

export const RECKONING_TERMS = sharedTable("reckoning_terms", ReckoningTermsRow, { machinery: true });

/** For the unit's own clerk and reviewer alone: no officer, no analyst. */
export const REQUEST_APPLICANTS = tenantTable("request_applicants", ApplicantRow, {
  readable: (scope, alias) => withinReach(scope.personal, alias),
  writable: (scope) => scope.personal,
});
