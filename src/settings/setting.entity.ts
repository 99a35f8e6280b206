import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";

/**
 * A decision of a government for itself and the units below it where the law leaves it open; public like the
 * register.
 */
@Entity("district_settings")
export class SettingRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "setting", type: "varchar" }) setting!: string;
  /** As JSON. */
  @Column({ name: "value", type: "text" }) value!: string;
  @Column({ name: "changed_at", type: "varchar" }) changedAt!: string;
  @Column({ name: "changed_by", type: "varchar" }) changedBy!: string;
}

export const DISTRICT_SETTINGS = sharedTable("district_settings", SettingRow, { ofUnit: true });
