import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable, withinReach } from "../platform/db/index.js";

/** A file that was brought into a working copy, as it was; the same file is kept once a report. */
@Entity("imported_files")
export class ImportedFileRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "report_id", type: "varchar" }) reportId!: string;
  /** Of the file, as in the report's history. */
  @Column({ name: "sha256", type: "varchar" }) sha256!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "bytes", type: "int" }) bytes!: number;
  @Column({ name: "imported_at", type: "varchar" }) importedAt!: string;
  /** Set once its retention is over: the bytes are gone then. */
  @Column({ name: "erased_at", type: "varchar", nullable: true }) erasedAt!: string | null;
}

/** A stretch of the packed bytes: see parts.ts. */
@Entity("imported_file_parts")
export class ImportedFilePartRow {
  @PrimaryColumn({ name: "file_id", type: "varchar" }) fileId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @PrimaryColumn({ name: "number", type: "int" }) number!: number;
  @Column({ name: "content", type: "blob" }) content!: Uint8Array;
}

/** For whoever sees the working copy. */
export const IMPORTED_FILES = tenantTable("imported_files", ImportedFileRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});

export const IMPORTED_FILE_PARTS = tenantTable("imported_file_parts", ImportedFilePartRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});
