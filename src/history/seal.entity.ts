import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";
import type { Algorithm } from "./chain.js";

/** The ends of all units' histories at one time under one hash, which is printed and may be kept elsewhere. */
@Entity("history_seals")
export class HistorySealRow {
  /** From 1. */
  @PrimaryColumn({ name: "number", type: "int" }) number!: number;
  @Column({ name: "at", type: "varchar" }) at!: string;
  @Column({ name: "algorithm", type: "varchar" }) algorithm!: Algorithm;
  /** The root of the seal before; empty for the first. */
  @Column({ name: "previous", type: "varchar" }) previous!: string;
  @Column({ name: "root", type: "varchar" }) root!: string;
}

/** The end of a unit's history in a seal, where it is not that of the seal before. */
@Entity("history_sealed_heads")
export class SealedHeadRow {
  @PrimaryColumn({ name: "seal", type: "int" }) seal!: number;
  @PrimaryColumn({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "seq", type: "int" }) seq!: number;
  @Column({ name: "hash", type: "varchar" }) hash!: string;
}

/** A run of entries that were kept long enough and are gone, with the hashes by which their neighbours are linked. */
@Entity("history_gaps")
export class HistoryGapRow {
  @PrimaryColumn({ name: "unit_id", type: "varchar" }) unitId!: string;
  @PrimaryColumn({ name: "from_seq", type: "int" }) fromSeq!: number;
  @Column({ name: "through_seq", type: "int" }) throughSeq!: number;
  /** The hash before the run's first entry. */
  @Column({ name: "previous", type: "varchar" }) previous!: string;
  /** The hash of its last. */
  @Column({ name: "hash", type: "varchar" }) hash!: string;
}

export const HISTORY_SEALS = sharedTable("history_seals", HistorySealRow, {
  machinery: true,
  appendOnly: true,
});
export const HISTORY_SEALED_HEADS = sharedTable("history_sealed_heads", SealedHeadRow, {
  machinery: true,
  appendOnly: true,
});
export const HISTORY_GAPS = sharedTable("history_gaps", HistoryGapRow, {
  machinery: true,
  appendOnly: true,
});
