import { Column, Entity, PrimaryColumn } from "typeorm";
import { anyOf, raw, sql, tenantTable, withinReach } from "../../platform/db/index.js";
import { readableVersions } from "../../filing/index.js";

/** Which units' own reports a submitted 本级汇总 is made of; whoever sees the version sees what it is made of. */
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
