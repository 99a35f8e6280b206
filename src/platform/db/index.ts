export { grantService, serviceGrants } from "./grants.js";
export { compareTextByBytes } from "./compare-by-bytes.js";
export { Database } from "./database.js";
export { openDatabase, type DatabaseOptions } from "./data-source.js";
export { isDuplicate } from "./faults.js";
export { HealthProbe } from "./health-probe.js";
export { keyset } from "./keyset.js";
export {
  addColumn,
  addIndex,
  backfill,
  conversion,
  dropIndex,
  migration,
  type MigrationClass,
} from "./migration.js";
export type { Relocation } from "./relocation.js";
export { AlreadyServed, holdAlone } from "./server-lock.js";
export { Session } from "./session.js";
export { STAGINGS, withStaged } from "./staging.entity.js";
export { allOf, anyOf, containing, joinSql, raw, sql, Sql } from "./sql.js";
export {
  atOrBelow,
  sharedTable,
  tenantTable,
  withinReach,
  withinReachByPath,
  newId,
  type AnyTable,
  type TenantTable,
} from "./table.js";
