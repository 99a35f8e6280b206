import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";

/** The first answer to a mutation's idempotency key, stored in the same transaction as the change. */
@Entity("idempotency_keys")
export class IdempotencyRow {
  /** Keyed hash of actor, mutation and key. */
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "request_hash", type: "varchar" }) requestHash!: string;
  /** The command's result as JSON; null while its transaction runs. */
  @Column({ name: "answer", type: "text", nullable: true }) answer!: string | null;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

export const IDEMPOTENCY_KEYS = sharedTable("idempotency_keys", IdempotencyRow, { machinery: true });
