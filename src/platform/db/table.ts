import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Reach, TenantScope } from "../../kernel/tenant-scope.js";
import { allOf, anyOf, raw, sql, type Sql } from "./sql.js";
import { randomBytes } from "node:crypto";

interface Upkeep {
  /** Working data without an entry in the history: sessions, throttles, marks. */
  readonly machinery?: boolean;
  /** Its rows are added and never changed: `update` and `delete` throw. */
  readonly appendOnly?: boolean;
}

/** A table without tenants, such as the public register of units or the sessions. */
export interface SharedTable<E extends ObjectLiteral> extends Upkeep {
  readonly kind: "shared";
  readonly name: string;
  /** The rows still belong to a unit (`unit_id`): filing dates, settings. */
  readonly ofUnit?: boolean;
  readonly entity: EntityTarget<E>;
}

/** A table whose every row belongs to a unit. `alias` is the name the row goes by in the statement. */
export interface TenantTable<E extends ObjectLiteral> extends Upkeep {
  readonly kind: "tenant";
  readonly name: string;
  readonly entity: EntityTarget<E>;
  readonly readable: (scope: TenantScope, alias: string) => Sql;
  readonly writable: (scope: TenantScope) => Reach;
  /** Columns computed from the written values, such as the folded form of a text: no write can forget them. */
  readonly derived?: (values: Partial<E>) => Partial<E>;
  /** The rows that statistics may count, if more than may be read. */
  readonly countable?: (scope: TenantScope, alias: string) => Sql;
  /** It has a column `staging`: see staging.ts. */
  readonly staged?: boolean;
}

export type AnyTable = SharedTable<ObjectLiteral> | TenantTable<ObjectLiteral>;

export const sharedTable = <E extends ObjectLiteral>(
  name: string,
  entity: EntityTarget<E>,
  more: Pick<SharedTable<E>, "ofUnit" | keyof Upkeep> = {},
): SharedTable<E> => ({ kind: "shared", name, entity, ...more });

export const tenantTable = <E extends ObjectLiteral>(
  name: string,
  entity: EntityTarget<E>,
  rows: Pick<TenantTable<E>, "readable" | "writable" | "derived" | "countable" | "staged" | keyof Upkeep>,
): TenantTable<E> => ({ kind: "tenant", name, entity, ...rows });

/** The rows of the units in a reach, by `unit_id`. Names of the tree's table come from the schema, not from input. */
export function withinReach(reach: Reach, alias: string): Sql {
  if (reach.all) return raw("1=1");
  const own = reach.units.length > 0 ? [sql`${raw(alias)}.unit_id in ${[...reach.units]}`] : [];
  // One subquery for all: MariaDB reads the whole table where two of them are joined by `or`.
  const places = anyOf(reach.subtrees.map((path) => atOrBelow("path", path)));
  const below =
    reach.subtrees.length > 0 ? [sql`${raw(alias)}.unit_id in (select id from units where ${places})`] : [];
  return anyOf([...own, ...below]);
}

/** The same for a table that carries the unit's path itself: one range of its key, without reading the tree. */
export function withinReachByPath(reach: Reach, alias: string): Sql {
  if (reach.all) return raw("1=1");
  const own = reach.units.length > 0 ? [sql`${raw(alias)}.unit_id in ${[...reach.units]}`] : [];
  return anyOf([...own, ...reach.subtrees.map((path) => atOrBelow(`${alias}.unit_path`, path))]);
}

/**
 * At or below a place in the tree, as a range: every path below `37/3710/` starts with it, and `0` is the
 * character after `/`. (A `like '37/3710%'` would also match `37/37100/`.)
 */
export function atOrBelow(column: string, path: string): Sql {
  return allOf([sql`${raw(column)} >= ${path}`, sql`${raw(column)} < ${`${path.slice(0, -1)}0`}`]);
}

/** 96 random bits, 16 characters: opaque, and without a hint of how many rows others have. */
export const newId = (): string => randomBytes(12).toString("base64url");
