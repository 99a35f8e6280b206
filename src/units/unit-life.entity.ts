import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";

/** Where a unit stood until it was moved. */
@Entity("unit_places")
export class UnitPlaceRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** null: it was a root. */
  @Column({ name: "parent_id", type: "varchar", nullable: true }) parentId!: string | null;
  /** First day at another place. */
  @Column({ name: "until_day", type: "varchar" }) untilDay!: string;
}

/** 承继: the successors of a dissolved unit. */
@Entity("unit_successors")
export class UnitSuccessorRow {
  @PrimaryColumn({ name: "unit_id", type: "varchar" }) unitId!: string;
  @PrimaryColumn({ name: "successor_id", type: "varchar" }) successorId!: string;
  @Column({ name: "position", type: "int" }) position!: number;
}

type Particular = string | number | boolean | null;

/** Value before and after; lists are joined. */
export type UnitChange = readonly [
  before: Particular | readonly string[],
  after: Particular | readonly string[],
];

export const UNIT_PLACES = sharedTable("unit_places", UnitPlaceRow, { ofUnit: true });
export const UNIT_SUCCESSORS = sharedTable("unit_successors", UnitSuccessorRow, { ofUnit: true });
