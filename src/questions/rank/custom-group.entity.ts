import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../../platform/db/index.js";

/**
 * Units below a government that it compares with one another, under a name. Shared with its tenants: see custom-
 * group.access.
 */
@Entity("peer_groups")
export class CustomGroupRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  /** The government that named it. */
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  /** Ids of units, in the order of the tree. */
  @Column({ name: "members", type: "simple-json" }) members!: string[];
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "changed_at", type: "varchar" }) changedAt!: string;
  @Column({ name: "changed_by", type: "varchar" }) changedBy!: string;
}

export const PEER_GROUPS = sharedTable("peer_groups", CustomGroupRow, { ofUnit: true });
