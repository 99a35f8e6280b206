import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable, withinReach } from "../platform/db/index.js";

/** Who answers for a unit's report: what the office publishes of a person, and nothing private. */
export interface UnitContact {
  readonly name: string;
  /** 办公电话 */
  readonly telephone: string;
  readonly duty: string | null;
}

@Entity("unit_contacts")
export class UnitContactsRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "contacts", type: "simple-json" }) contacts!: readonly UnitContact[];
  @Column({ name: "changed_at", type: "varchar" }) changedAt!: string;
}

/** Read and kept by the unit's own people and the offices above. */
export const UNIT_CONTACTS = tenantTable("unit_contacts", UnitContactsRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});
