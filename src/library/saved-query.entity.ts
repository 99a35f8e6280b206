import { Column, Entity, PrimaryColumn } from "typeorm";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { allOf, anyOf, raw, sql, tenantTable, withinReach, type Sql } from "../platform/db/index.js";
import type { Visibility } from "./saved-query.terms.js";

/** A named query of a user, private or shared. It belongs to the unit at which it was saved. */
@Entity("saved_queries")
export class SavedQueryRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "owner_id", type: "varchar" }) ownerId!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "visibility", type: "varchar" }) visibility!: Visibility;
  /** The newest version, run by default. */
  @Column({ name: "version", type: "int" }) version!: number;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** One version of a document. Never changed. */
@Entity("saved_query_versions")
export class SavedQueryVersionRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "query_id", type: "varchar" }) queryId!: string;
  @Column({ name: "number", type: "int" }) number!: number;
  @Column({ name: "document", type: "text" }) document!: string;
  /** A JSON object. */
  @Column({ name: "variables", type: "text" }) variables!: string;
  /** Price at the time of saving. */
  @Column({ name: "cost", type: "int" }) cost!: number;
  @Column({ name: "author", type: "varchar" }) author!: string;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/**
 * Queries within the units whose ledgers the caller may count: shared ones, and the caller's own. From units above:
 * queries shared with all below. Whoever leaves a unit leaves the queries there.
 */
export function readableQueries(scope: TenantScope, alias: string): Sql {
  if (scope.counted.all) return raw("1=1");
  const column = (name: string): Sql => raw(`${alias}.${name}`);
  const shared = sql`${column("visibility")} <> 'PRIVATE'`;
  const own = scope.person === null ? [] : [sql`${column("owner_id")} = ${scope.person}`];
  const near = allOf([withinReach(scope.counted, alias), anyOf([shared, ...own])]);
  if (scope.above.length === 0) return near;
  const above = sql`${column("unit_id")} in (select id from units where path in ${[...scope.above]})`;
  return anyOf([near, allOf([sql`${column("visibility")} = 'SUBTREE'`, above])]);
}

const readableVersions = (scope: TenantScope, alias: string): Sql =>
  sql`${raw(alias)}.query_id in (select q.id from saved_queries q where ${readableQueries(scope, "q")})`;

// Saved queries are all that an analyst may write.
const writable = (scope: TenantScope) => scope.counted;

export const SAVED_QUERIES = tenantTable("saved_queries", SavedQueryRow, {
  readable: readableQueries,
  writable,
});
export const SAVED_QUERY_VERSIONS = tenantTable("saved_query_versions", SavedQueryVersionRow, {
  readable: readableVersions,
  writable,
});
