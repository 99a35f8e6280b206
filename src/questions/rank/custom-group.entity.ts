import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Viewer } from "../../access/index.js";
import { reaches } from "../../kernel/tenant-scope.js";
import { sharedTable } from "../../platform/db/index.js";
import type { UnitRow } from "../../units/index.js";

/** Units below a government that it compares with one another, under a name. Shared with its tenants: `readsGroupsOf`. */
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

/**
 * Names of groups are visible to readers of the government's submitted reports and to everybody who works below it.
 * Anybody may rank by a group: the answer contains only rows that its reader may see.
 */
export const readsGroupsOf = ({ scope }: Viewer, unit: Pick<UnitRow, "id" | "path">): boolean =>
  reaches(scope.submitted, unit) || scope.above.includes(unit.path);
