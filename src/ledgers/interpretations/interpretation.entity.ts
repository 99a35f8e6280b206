import { Column, Entity, PrimaryColumn } from "typeorm";
import { fold } from "../../kernel/fold.js";
import { tenantTable } from "../../platform/db/index.js";
import { LEDGER_ROWS } from "../../records/index.js";
import type { DocumentClass, InterpretationForm } from "./interpretation.terms.js";

/** 政策解读: one policy document in one form of interpretation, published or still awaited. */
@Entity("interpretations")
export class InterpretationRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "document_title", type: "varchar" }) documentTitle!: string;
  @Column({ name: "document_number", type: "varchar", nullable: true }) documentNumber!: string | null;
  @Column({ name: "document_class", type: "varchar" }) documentClass!: DocumentClass;
  /** 涉及面广: to be interpreted whatever its class. */
  @Column({ name: "wide_effect", type: "boolean" }) wideEffect!: boolean;
  @Column({ name: "document_published_on", type: "varchar" }) documentPublishedOn!: string;
  @Column({ name: "document_link", type: "varchar", nullable: true }) documentLink!: string | null;
  /** The last day to publish the interpretation; null for a document that need not be interpreted. */
  @Column({ name: "due_on", type: "varchar", nullable: true }) dueOn!: string | null;
  @Column({ name: "form", type: "varchar" }) form!: InterpretationForm;
  @Column({ name: "title", type: "varchar", nullable: true }) title!: string | null;
  @Column({ name: "author_unit", type: "varchar", nullable: true }) authorUnit!: string | null;
  @Column({ name: "interpreter", type: "varchar", nullable: true }) interpreter!: string | null;
  @Column({ name: "contact", type: "varchar", nullable: true }) contact!: string | null;
  @Column({ name: "signed_off_by", type: "varchar", nullable: true }) signedOffBy!: string | null;
  @Column({ name: "published_on", type: "varchar", nullable: true }) publishedOn!: string | null;
  @Column({ name: "address", type: "varchar", nullable: true }) address!: string | null;
  @Column({ name: "channel", type: "varchar", nullable: true }) channel!: string | null;
  @Column({ name: "voided", type: "boolean" }) voided!: boolean;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  /** By which the records of one document are found: its folded number, or its title where it has none. */
  @Column({ name: "document_key", type: "varchar", select: false }) documentKey?: string;
  @Column({ name: "staging", type: "varchar", nullable: true, select: false }) staging?: string | null;
}

type Named = Partial<Pick<InterpretationRow, "documentNumber" | "documentTitle">>;

export const documentKey = ({ documentNumber, documentTitle }: Named): string =>
  fold(documentNumber ?? documentTitle ?? "");

export const INTERPRETATIONS = tenantTable("interpretations", InterpretationRow, {
  ...LEDGER_ROWS,
  staged: true,
  derived: (row: Named) => (row.documentTitle === undefined ? {} : { documentKey: documentKey(row) }),
});
