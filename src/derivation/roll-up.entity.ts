import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable, withinReach, anyOf, raw, sql } from "../platform/db/index.js";
import { readableVersions } from "../reports/index.js";

/** One member of a 本级汇总 and the version of its report that was added up. */
export interface RolledUpMember {
  readonly unitId: string;
  readonly versionId: string;
}

/** What a 本级汇总 was last made from. */
@Entity("report_roll_ups")
export class RollUpRow {
  @PrimaryColumn({ name: "report_id", type: "varchar" }) reportId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "derived_at", type: "varchar" }) derivedAt!: string;
  @Column({ name: "members", type: "simple-json" }) members!: readonly RolledUpMember[];
}

export const REPORT_ROLL_UPS = tenantTable("report_roll_ups", RollUpRow, {
  readable: (scope, alias) => withinReach(scope.working, alias),
  writable: (scope) => scope.writable,
});

/** Units whose own reports are part of a submitted 本级汇总; visible to whoever sees the version. */
@Entity("version_completeness")
export class VersionCompletenessRow {
  @PrimaryColumn({ name: "version_id", type: "varchar" }) versionId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "included", type: "int" }) included!: number;
  /** Ids of the units that are not in it. */
  @Column({ name: "missing", type: "simple-json" }) missing!: readonly string[];
}

export const VERSION_COMPLETENESS = tenantTable("version_completeness", VersionCompletenessRow, {
  readable: (scope, alias) =>
    anyOf([
      withinReach(scope.working, alias),
      sql`${raw(alias)}.version_id in (select v.id from report_versions v where ${readableVersions(scope, "v")})`,
    ]),
  writable: (scope) => scope.writable,
});
