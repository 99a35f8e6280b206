import { Column, Entity, PrimaryColumn } from "typeorm";
import { text, type Text } from "../kernel/text.js";
import { tenantTable, withinReach } from "../platform/db/index.js";
import type { TableKind } from "./table-imports.data.js";

export const TABLE_IMPORT_STATES = {
  QUEUED: text("等待处理", "waiting for its turn"),
  CHECKING: text("逐行检查", "its rows are checked"),
  WRITING: text("写入中，尚不可见", "its rows are entered, unseen"),
  TAKING_BACK: text("撤回已写入的行", "what was entered is taken back"),
  CHECKED: text("检查通过（仅预览）", "checked without a problem, as a preview"),
  DONE: text("已导入", "imported"),
  REFUSED: text("有问题，未导入", "not imported: it has problems"),
  CANCELLED: text("已取消，未导入", "not imported: it was cancelled"),
  FAILED: text("系统故障，未导入", "not imported: the system failed again and again"),
} as const satisfies Record<string, Text>;

export type TableImportState = keyof typeof TABLE_IMPORT_STATES;

/** A file of thousands of rows that is brought into a ledger in the background. Its id is its staging's as well. */
@Entity("table_imports")
export class TableImportRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "kind", type: "varchar" }) kind!: TableKind;
  @Column({ name: "user_id", type: "varchar" }) userId!: string;
  @Column({ name: "user_name", type: "varchar" }) userName!: string;
  @Column({ name: "file_name", type: "varchar" }) fileName!: string;
  @Column({ name: "bytes", type: "int" }) bytes!: number;
  @Column({ name: "sha256", type: "varchar" }) sha256!: string;
  @Column({ name: "preview", type: "boolean" }) preview!: boolean;
  @Column({ name: "state", type: "varchar" }) state!: TableImportState;
  /** In what it ends once everything is taken back. */
  @Column({ name: "ending", type: "varchar", nullable: true }) ending!: TableImportState | null;
  @Column({ name: "rows_read", type: "int" }) rowsRead!: number;
  @Column({ name: "rows_written", type: "int" }) rowsWritten!: number;
  /** The first year whose figures will differ. */
  @Column({ name: "since_year", type: "int", nullable: true }) sinceYear!: number | null;
  /** Of the file; null until it has been read to its end. */
  @Column({ name: "row_count", type: "int", nullable: true }) rowCount!: number | null;
  @Column({ name: "problem_count", type: "int" }) problemCount!: number;
  /** The first of them, as JSON. */
  @Column({ name: "problems", type: "text", nullable: true }) problems!: string | null;
  /** The table as packed .csv, sealed; null once nothing is left to do. */
  @Column({ name: "sheet", type: "text", nullable: true }) sheet!: string | null;
  /** The process at work, and how long its word is taken for it. */
  @Column({ name: "worker", type: "varchar", nullable: true }) worker!: string | null;
  @Column({ name: "leased_until", type: "varchar", nullable: true }) leasedUntil!: string | null;
  /** How often it was begun without getting on. */
  @Column({ name: "attempts", type: "int" }) attempts!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  @Column({ name: "ended_at", type: "varchar", nullable: true }) endedAt!: string | null;
}

/** For whoever reads the unit's working rows. Its progress changes without an entry in the history, its ends do not. */
export const TABLE_IMPORT_ROWS = tenantTable("table_imports", TableImportRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
  machinery: true,
});
