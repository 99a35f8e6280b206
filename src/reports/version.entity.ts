import { Column, Entity, PrimaryColumn } from "typeorm";
import type { TenantScope } from "../kernel/tenant-scope.js";
import {
  allOf,
  anyOf,
  sql,
  raw,
  tenantTable,
  withinReach,
  withinReachByPath,
  type Sql,
} from "../platform/db/index.js";
import type { Sections } from "./report.entity.js";
import { COUNTED_STATUSES, type ReportScope, type ReportStage } from "./report-status.js";

/** A submitted version, immutable except for its status; RETURNED versions count nowhere. */
@Entity("report_versions")
export class ReportVersionRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "unit_path", type: "varchar" }) unitPath!: string;
  @Column({ name: "report_id", type: "varchar" }) reportId!: string;
  @Column({ name: "year", type: "int" }) year!: number;
  @Column({ name: "scope", type: "varchar" }) scope!: ReportScope;
  @Column({ name: "number", type: "int" }) number!: number;
  @Column({ name: "status", type: "varchar" }) status!: ReportStage | "RETURNED";
  @Column({ name: "format", type: "varchar" }) format!: string;
  @Column({ name: "revision", type: "int" }) revision!: number;
  /** All cells, packed: see catalog/packing.ts. */
  @Column({ name: "cells", type: "blob" }) cells!: Uint8Array;
  /** 补充指标: what the texts state beyond the form, packed; see forms/stated.data. */
  @Column({ name: "stated", type: "varchar" }) stated!: string;
  @Column({ name: "unit_name", type: "varchar" }) unitName!: string;
  @Column({ name: "signed_on", type: "varchar", nullable: true }) signedOn!: string | null;
  @Column({ name: "due_on", type: "varchar" }) dueOn!: string;
  @Column({ name: "first_submitted_at", type: "varchar" }) firstSubmittedAt!: string;
  @Column({ name: "submitted_at", type: "varchar" }) submittedAt!: string;
  @Column({ name: "published_at", type: "varchar", nullable: true }) publishedAt!: string | null;
  /** 同一人办理: one person drafted and submitted it, or submitted and approved it. */
  @Column({ name: "same_person", type: "boolean" }) samePerson!: boolean;
}

/** Texts of a version and the sources of its cells, stored apart from the figures, which stay compact on disk. */
@Entity("version_documents")
export class VersionDocumentRow {
  @PrimaryColumn({ name: "version_id", type: "varchar" }) versionId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "sections", type: "simple-json" }) sections!: Sections;
  /** One letter a cell, in the format's order: E(ntered), L(edger), I(mported), C(omputed); a blank counts as entered. */
  @Column({ name: "sources", type: "varchar" }) sources!: string;
}

/** Why some of a version's values differ from the ledgers, by the cells' codes; absent where none does. */
@Entity("version_differences")
export class VersionDifferencesRow {
  @PrimaryColumn({ name: "version_id", type: "varchar" }) versionId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "differences", type: "simple-json" }) differences!: Readonly<Record<string, string>>;
}

/** What of a version's texts tells whether another's is like it: hashes, four bytes each; see audit/likeness. */
@Entity("version_fingerprints")
export class VersionFingerprintsRow {
  @PrimaryColumn({ name: "version_id", type: "varchar" }) versionId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "texts", type: "blob" }) texts!: Uint8Array;
  @Column({ name: "figures", type: "blob" }) figures!: Uint8Array;
}

/** Everything of one's own working reach; what counts, of the submitted reach; what is published, of everybody's. */
export function readableVersions(scope: TenantScope, alias: string): Sql {
  const status = raw(`${alias}.status`);
  return anyOf([
    withinReachByPath(scope.working, alias),
    allOf([sql`${status} in ${raw(COUNTED_STATUSES)}`, withinReachByPath(scope.submitted, alias)]),
    allOf([sql`${status} = 'PUBLISHED'`, withinReachByPath(scope.published, alias)]),
  ]);
}

export const VERSIONS = tenantTable("report_versions", ReportVersionRow, {
  readable: readableVersions,
  writable: (scope) => scope.writable,
});

const ofReadableVersions = (scope: TenantScope, alias: string): Sql =>
  anyOf([
    withinReach(scope.working, alias),
    sql`${raw(alias)}.version_id in (select v.id from report_versions v where ${readableVersions(scope, "v")})`,
  ]);

export const VERSION_DOCUMENTS = tenantTable("version_documents", VersionDocumentRow, {
  readable: ofReadableVersions,
  writable: (scope) => scope.writable,
});

export const VERSION_FINGERPRINTS = tenantTable("version_fingerprints", VersionFingerprintsRow, {
  readable: ofReadableVersions,
  writable: (scope) => scope.writable,
});

/** Reasons concern the ledgers and are hidden from callers who may not read those, published or not. */
export const VERSION_DIFFERENCES = tenantTable("version_differences", VersionDifferencesRow, {
  readable: (scope, alias) =>
    anyOf([
      withinReach(scope.working, alias),
      allOf([
        withinReach(scope.ledgers, alias),
        sql`${raw(alias)}.version_id in (select v.id from report_versions v where ${readableVersions(scope, "v")})`,
      ]),
    ]),
  writable: (scope) => scope.writable,
});

/** A version as the sums of areas count it. */
export interface CountedVersion {
  readonly number: number;
  readonly status: ReportStage | "RETURNED";
  readonly cells: Uint8Array;
}
