import { Column, Entity, PrimaryColumn } from "typeorm";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { tenantTable, withinReach } from "../platform/db/index.js";
import type { SectionKey } from "../forms/index.js";
import type { ReportScope, ReportStatus } from "./report-status.js";

export type CellSource = "ENTERED" | "LEDGER" | "NONE_STATED" | "IMPORTED" | "COMPUTED";

/** A cell with a given value. Without an entry the cell is blank, or a total to be computed. */
export interface DraftCell {
  /** The exact decimal. */
  readonly value: string;
  readonly source: Exclude<CellSource, "COMPUTED">;
  /** The unit's reason for the difference from the ledgers. */
  readonly difference?: string;
}
export type DraftCells = Readonly<Record<string, DraftCell>>;
export type Sections = Readonly<Partial<Record<SectionKey, string>>>;

/** The working copy of a unit's annual report, as edited by the clerk. Only versions count elsewhere. */
@Entity("reports")
export class ReportRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "year", type: "int" }) year!: number;
  @Column({ name: "scope", type: "varchar" }) scope!: ReportScope;
  @Column({ name: "format", type: "varchar" }) format!: string;
  @Column({ name: "status", type: "varchar" }) status!: ReportStatus;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "cells", type: "simple-json" }) cells!: DraftCells;
  @Column({ name: "sections", type: "simple-json" }) sections!: Sections;
  @Column({ name: "signed_on", type: "varchar", nullable: true }) signedOn!: string | null;
  @Column({ name: "due_on", type: "varchar" }) dueOn!: string;
  /** The cells that a return opened for editing; null: all of them. */
  @Column({ name: "open_cells", type: "simple-json", nullable: true }) openCells!: readonly string[] | null;
  /** The unit's name when it filed; null until then. */
  @Column({ name: "unit_name", type: "varchar", nullable: true }) unitName!: string | null;
  @Column({ name: "tables_changed_on", type: "varchar", nullable: true }) tablesChangedOn!: string | null;
  /** The number of the newest version; 0 before the first submission. */
  @Column({ name: "latest_version", type: "int" }) latestVersion!: number;
  /** When the unit first filed, which decides whether it was on time, however often it is corrected. */
  @Column({ name: "first_submitted_at", type: "varchar", nullable: true }) firstSubmittedAt!: string | null;
  @Column({ name: "submitted_at", type: "varchar", nullable: true }) submittedAt!: string | null;
  @Column({ name: "published_at", type: "varchar", nullable: true }) publishedAt!: string | null;
  /** Counted up by whoever holds the row: see Session.hold. */
  @Column({ name: "held", type: "int", select: false, insert: false }) held?: number;
}

const working = {
  readable: (scope: TenantScope, alias: string) => withinReach(scope.working, alias),
  writable: (scope: TenantScope) => scope.writable,
};

export const REPORTS = tenantTable("reports", ReportRow, working);

/** The file that values came from, as the history keeps it. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
}
