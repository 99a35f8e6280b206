import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";
import type { UnitKind } from "../units/index.js";
import type { ReportStage } from "../reports/index.js";

/**
 * The cells of all reports of one year at or below one government, added up (区域合计). For each unit's own report the
 * newest version counts that has reached `stage`. Derived data of many tenants, so the table has no tenant:
 * sums.read-model.ts decides who sees it.
 */
@Entity("report_sums")
export class ReportSumRow {
  @PrimaryColumn({ name: "stage", type: "varchar" }) stage!: ReportStage;
  /** The government's kind, so that all areas of one level are adjacent. */
  @PrimaryColumn({ name: "kind", type: "varchar" }) kind!: UnitKind;
  @PrimaryColumn({ name: "year", type: "int" }) year!: number;
  @PrimaryColumn({ name: "path", type: "varchar" }) path!: string;
  @Column({ name: "format", type: "varchar" }) format!: string;
  /** How many reports. */
  @Column({ name: "filed", type: "int" }) filed!: number;
  /** See packing-sums.ts. */
  @Column({ name: "cells", type: "blob" }) cells!: Uint8Array;
  /** Counted up by each lock: see Session.hold. */
  @Column({ name: "held", type: "int", select: false, insert: false }) held?: number;
}

export const REPORT_SUMS = sharedTable("report_sums", ReportSumRow);
