import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";

/** A file that a user brought in, and what was read of it. */
@Entity("uploads")
export class UploadRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  /** Nobody else sees it. */
  @Column({ name: "user_id", type: "varchar" }) userId!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "bytes", type: "int" }) bytes!: number;
  @Column({ name: "sha256", type: "varchar" }) sha256!: string;
  /** Both packed: see digest-file.ts. */
  @Column({ name: "report", type: "text" }) report!: string;
  @Column({ name: "sheet", type: "text", nullable: true }) sheet!: string | null;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** A stretch of its packed bytes: see parts.ts. */
@Entity("upload_parts")
export class UploadPartRow {
  @PrimaryColumn({ name: "upload_id", type: "varchar" }) uploadId!: string;
  @PrimaryColumn({ name: "number", type: "int" }) number!: number;
  @Column({ name: "content", type: "blob" }) content!: Uint8Array;
}

/** Machinery: kept for a day, and nothing of it is in the history until it is applied. */
export const UPLOADS = sharedTable("uploads", UploadRow, { machinery: true });

/** They go with their upload. */
export const UPLOAD_PARTS = sharedTable("upload_parts", UploadPartRow, { machinery: true });
