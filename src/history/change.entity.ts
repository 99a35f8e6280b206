import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable } from "../platform/db/index.js";
import { readableEntries } from "./history.entity.js";
import type { Readers } from "./subjects.data.js";

/**
 * The place of one entry in the one order of all units' histories, the feed of changes. Numbers are given out after the
 * entry's commit, and committed in their order: see ChangeNumbers. Whoever has read up to a number has seen all below.
 */
@Entity("change_feed")
export class ChangeRow {
  @PrimaryColumn({ name: "number", type: "int" }) number!: number;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  /** The entry, in the unit's history. */
  @Column({ name: "seq", type: "int" }) seq!: number;
  /** What happened, as clients are told. */
  @Column({ name: "kind", type: "varchar" }) kind!: string;
  /** The entry's, or everybody where the change made something public. */
  @Column({ name: "readers", type: "varchar" }) readers!: Readers;
  /** Of a report, its year and the status that came of the change. */
  @Column({ name: "year", type: "int", nullable: true }) year!: number | null;
  @Column({ name: "status", type: "varchar", nullable: true }) status!: string | null;
}

export const CHANGE_FEED = tenantTable("change_feed", ChangeRow, {
  readable: readableEntries,
  writable: ({ acting }) => acting,
  appendOnly: true,
  machinery: true,
});
