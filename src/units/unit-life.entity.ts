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

/** What was done to a unit in the register, on which day and why. Append-only. */
@Entity("unit_events")
export class UnitEventRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** The unit's revision after the change. */
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "at", type: "varchar" }) at!: string;
  @Column({ name: "on_date", type: "varchar" }) onDate!: string;
  /** null: the operator, by a command. */
  @Column({ name: "actor_id", type: "varchar", nullable: true }) actorId!: string | null;
  @Column({ name: "actor", type: "varchar" }) actor!: string;
  /** The mutation that did it. */
  @Column({ name: "action", type: "varchar" }) action!: string;
  @Column({ name: "reason", type: "text", nullable: true }) reason!: string | null;
  /** What became what: field -> [before, after]. */
  @Column({ name: "details", type: "simple-json" }) details!: Readonly<Record<string, UnitChange>>;
}

export const UNIT_PLACES = sharedTable("unit_places", UnitPlaceRow, { ofUnit: true });
export const UNIT_SUCCESSORS = sharedTable("unit_successors", UnitSuccessorRow, { ofUnit: true });
export const UNIT_EVENTS = sharedTable("unit_events", UnitEventRow, { ofUnit: true });
