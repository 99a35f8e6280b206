import { Column, Entity, PrimaryColumn } from "typeorm";
import { allOf, anyOf, raw, sql, tenantTable, withinReach, type Sql } from "../../platform/db/index.js";
import { fold, foldAll } from "../../kernel/fold.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import { text, type Text } from "../../kernel/text.js";

export type DisclosureStatus =
  "DRAFT" | "SECRECY_REVIEW" | "FIRST_REVIEW" | "FINAL_REVIEW" | "PUBLISHED" | "WITHDRAWN";
export const DOCUMENT_KINDS = {
  REGULATION: text("规章", "Regulation of a government"),
  NORMATIVE_DOCUMENT: text("行政规范性文件", "Normative document"),
} as const satisfies Record<string, Text>;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** 主动公开: what a unit published of its own accord, or is about to (条例 §19-26). A batch of posts is one record. */
@Entity("disclosures")
export class DisclosureRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "title", type: "varchar" }) title!: string;
  @Column({ name: "category", type: "varchar" }) category!: string;
  /** One bit a channel: see channels.ts. */
  @Column({ name: "channels", type: "int" }) channels!: number;
  @Column({ name: "items", type: "int" }) items!: number;
  @Column({ name: "status", type: "varchar" }) status!: DisclosureStatus;
  @Column({ name: "formed_on", type: "varchar" }) formedOn!: string;
  /** 20 working days after it was formed or changed (条例 §26), by the calendar of that time. */
  @Column({ name: "due_on", type: "varchar" }) dueOn!: string;
  @Column({ name: "published_on", type: "varchar", nullable: true }) publishedOn!: string | null;
  @Column({ name: "document_kind", type: "varchar", nullable: true }) documentKind!: DocumentKind | null;
  @Column({ name: "document_number", type: "varchar", nullable: true }) documentNumber!: string | null;
  @Column({ name: "repealed_on", type: "varchar", nullable: true }) repealedOn!: string | null;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  @Column({ name: "title_key", type: "text", nullable: true, select: false }) titleKey?: string;
  @Column({ name: "category_key", type: "varchar", nullable: true, select: false }) categoryKey?: string;
  @Column({ name: "document_number_key", type: "text", nullable: true, select: false })
  documentNumberKey?: string | null;
  @Column({ name: "staging", type: "varchar", nullable: true, select: false }) staging?: string | null;
}

/** One item of the unit's 主动公开事项目录. */
@Entity("disclosure_catalogue")
export class CatalogueItemRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "category", type: "varchar" }) category!: string;
  @Column({ name: "title", type: "varchar" }) title!: string;
  /** What it rests on: 条例 §19-21. */
  @Column({ name: "article", type: "varchar" }) article!: string;
  /** Other names that records of its category go by: 财政数据 is 财政信息. */
  @Column({ name: "synonyms", type: "simple-json" }) synonyms!: readonly string[];
  @Column({ name: "retired_on", type: "varchar", nullable: true }) retiredOn!: string | null;
  @Column({ name: "revision", type: "int" }) revision!: number;
  /** Each name that it goes by, folded, between line ends. */
  @Column({ name: "names_key", type: "text", nullable: true, select: false }) namesKey?: string;
}

/**
 * What is published is everybody's (条例 §19-23). The unit and its district see drafts, too; who only reads the ledgers
 * sees what was published once, whether or not it was taken back afterwards.
 */
function readableDisclosures(scope: TenantScope, alias: string): Sql {
  const published = sql`${raw(alias)}.status = 'PUBLISHED'`;
  const once = sql`${raw(alias)}.published_on is not null`;
  return anyOf([
    withinReach(scope.working, alias),
    allOf([once, withinReach(scope.ledgers, alias)]),
    allOf([published, withinReach(scope.published, alias)]),
  ]);
}

export const DISCLOSURES = tenantTable("disclosures", DisclosureRow, {
  readable: readableDisclosures,
  writable: (scope) => scope.writable,
  staged: true,
  derived: ({ title, category, documentNumber }) => ({
    ...(title !== undefined && { titleKey: fold(title) }),
    ...(category !== undefined && { categoryKey: fold(category) }),
    ...(documentNumber !== undefined && { documentNumberKey: documentNumber && fold(documentNumber) }),
  }),
});

/** The catalogue is itself to be disclosed (条例 §12). */
export const DISCLOSURE_CATALOGUE = tenantTable("disclosure_catalogue", CatalogueItemRow, {
  readable: (scope, alias) => withinReach(scope.published, alias),
  writable: (scope) => scope.writable,
  derived: ({ category, title, synonyms }) =>
    category === undefined || title === undefined
      ? {}
      : { namesKey: `\n${foldAll([category, title, ...(synonyms ?? [])])}\n` },
});
