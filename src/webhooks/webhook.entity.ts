import { Column, Entity, PrimaryColumn } from "typeorm";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { tenantTable, withinReach } from "../platform/db/index.js";
import type { DeliveryState, EventKind } from "./webhooks.data.js";

/** An address of a program that is told what happens at a unit and below. */
@Entity("webhooks")
export class WebhookRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "url", type: "varchar" }) url!: string;
  @Column({ name: "kinds", type: "simple-json" }) kinds!: readonly EventKind[];
  /** The key of the signatures, sealed by the vault. */
  @Column({ name: "secret", type: "blob" }) secret!: Uint8Array;
  /** The number in the feed of changes up to which deliveries have been written. */
  @Column({ name: "through", type: "int" }) through!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** One event for one address: kept until it is taken, and afterwards for whoever looks for it. */
@Entity("webhook_deliveries")
export class DeliveryRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "webhook_id", type: "varchar" }) webhookId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** Of the change in the feed; null: a test. */
  @Column({ name: "number", type: "int", nullable: true }) number!: number | null;
  @Column({ name: "kind", type: "varchar" }) kind!: EventKind | "TEST";
  /** The body as it is sent and signed. */
  @Column({ name: "body", type: "text" }) body!: string;
  @Column({ name: "state", type: "varchar" }) state!: DeliveryState;
  @Column({ name: "attempts", type: "int" }) attempts!: number;
  /** Not before then; while a process tries, when another one may. */
  @Column({ name: "next_at", type: "varchar" }) nextAt!: string;
  /** HTTP status of the last answer; null where there was none. */
  @Column({ name: "answered", type: "int", nullable: true }) answered!: number | null;
  /** Why the last attempt failed without an answer, as a code. */
  @Column({ name: "failure", type: "varchar", nullable: true }) failure!: string | null;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  @Column({ name: "delivered_at", type: "varchar", nullable: true }) deliveredAt!: string | null;
}

const administered = {
  readable: (scope: TenantScope, alias: string) => withinReach(scope.administered, alias),
  writable: (scope: TenantScope) => scope.administered,
};

export const WEBHOOKS = tenantTable("webhooks", WebhookRow, administered);
export const WEBHOOK_DELIVERIES = tenantTable("webhook_deliveries", DeliveryRow, administered);
