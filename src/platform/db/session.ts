import type { ObjectLiteral, QueryRunner } from "typeorm";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import { Relocation, withoutReferenceChecks } from "./relocation.js";
import { Course, ScopedTable, SharedRows, visible, type Where } from "./scoped-table.js";
import { Sql } from "./sql.js";
import type { AnyTable, SharedTable, TenantTable } from "./table.js";

/**
 * One unit of work under one scope: stores and read models get nothing else of the database. It lives as long as the
 * callback it was passed to.
 */
export class Session {
  readonly #runner: QueryRunner;
  readonly #tables: readonly AnyTable[];
  readonly #tenantNames: RegExp | null;
  readonly #recordedNames: RegExp | null;

  constructor(
    runner: QueryRunner,
    readonly scope: TenantScope,
    tables: readonly AnyTable[],
    /** Shared by all sessions of one unit of work. */
    readonly course: Course = new Course(),
  ) {
    this.#runner = runner;
    this.#tables = tables;
    this.#tenantNames = pattern(tables.filter(({ kind }) => kind === "tenant"));
    this.#recordedNames = pattern(tables.filter(({ machinery }) => machinery !== true));
  }

  /** Announcements to the opener of this unit of work, delivered after the commit. */
  get announced(): ReadonlySet<string> {
    return this.course.announced;
  }

  announce(happening: string): void {
    this.course.announced.add(happening);
  }

  /** The same unit of work under another scope; only access/ derives one from this scope. */
  under(scope: TenantScope): Session {
    return new Session(this.#runner, scope, this.#tables, this.course);
  }

  rows<E extends ObjectLiteral & { unitId: string }>(table: TenantTable<E>): ScopedTable<E>;
  rows<E extends ObjectLiteral>(table: SharedTable<E>): SharedRows<E>;
  rows<E extends ObjectLiteral & { unitId: string }>(
    table: TenantTable<E> | SharedTable<E>,
  ): ScopedTable<E> | SharedRows<E> {
    const manager = this.#runner.manager;
    return table.kind === "tenant"
      ? new ScopedTable(manager, table, { course: this.course, scope: this.scope })
      : new SharedRows(manager, table, { course: this.course });
  }

  /** Other transactions that hold or change the same rows wait until this one ends. */
  hold<E extends ObjectLiteral & { held?: number }>(
    table: SharedTable<E> | TenantTable<E & { unitId: string }>,
    where: Where<E> | Sql,
  ): Promise<void> {
    const rows = table.kind === "tenant" ? this.rows(table) : this.rows(table);
    return rows.hold(where as Where<E & { unitId: string }>);
  }

  /**
   * `from ${session.from(REPORTS, "r")}`: the table as this scope may read it. The filter sits inside a derived
   * table, so no condition, join or `or` of the statement around it can widen it.
   */
  from(table: TenantTable<ObjectLiteral>, alias: string): Sql {
    return this.#fenced(table, table.readable(this.scope, "s"), alias);
  }

  /** The same for statistics, which may count rows that the caller may not read. No single row may be shown. */
  fromCounted(table: TenantTable<ObjectLiteral>, alias: string): Sql {
    return this.#fenced(table, (table.countable ?? table.readable)(this.scope, "s"), alias);
  }

  #fenced(table: TenantTable<ObjectLiteral>, filter: Sql, alias: string): Sql {
    const { text, params } = visible(table, filter, "s", this.course);
    return new Sql(`(select s.* from ${table.name} s where ${text}) ${alias}`, params, alias);
  }

  /** Raw rows for read models. A tenant table can be named only through `from`. */
  async query<Row>(statement: Sql): Promise<Row[]> {
    const named = this.#tenantNames?.exec(statement.typed);
    if (named) throw new Error(`${named[0]} belongs to tenants: read it through session.from()`);
    const rows = (await this.#runner.query(statement.text, [...statement.params])) as Row[];
    return withBuffers(rows as readonly object[]) as Row[];
  }

  /** Writes one shared table by a statement that no entity expresses (an upsert, an increment). */
  async execute(statement: Sql): Promise<void> {
    await this.query(statement);
    if (this.#recordedNames?.test(statement.typed)) this.course.changes += 1;
  }

  /**
   * For the deliberate exceptions to the rule that a row stays with its unit: the tree changes, and rows follow. Only
   * under a system scope, whose reason is logged; references are not checked statement by statement, so `work` must
   * leave them intact.
   */
  relocate<T>(work: (rows: Relocation) => Promise<T>): Promise<T> {
    if (this.scope.systemReason === undefined) throw new Error("rows are moved under a system scope alone");
    this.course.changes += 1;
    return withoutReferenceChecks(this.#runner, () => work(new Relocation(this.#runner)));
  }

  /**
   * The tables that hold a row of this unit, without those in `aside`. Only under a system scope, which sees all
   * rows.
   */
  async tablesOf(unitId: string, aside: readonly AnyTable[]): Promise<readonly string[]> {
    if (this.scope.systemReason === undefined)
      throw new Error("only a system scope sees every row of a unit");
    const holding: string[] = [];
    for (const { name } of this.#tables.filter((table) => hasUnit(table) && !aside.includes(table))) {
      const rows = (await this.#runner.query(`select 1 from ${name} where unit_id = ? limit 1`, [
        unitId,
      ])) as unknown[];
      if (rows.length > 0) holding.push(name);
    }
    return holding;
  }
}

const hasUnit = (table: AnyTable): boolean => table.kind === "tenant" || table.ofUnit === true;

function pattern(tables: readonly AnyTable[]): RegExp | null {
  const names = tables.map(({ name }) => name);
  return names.length > 0 ? new RegExp(`\\b(?:${names.join("|")})\\b`, "i") : null;
}

/** libsql hands out blobs as ArrayBuffers, mysql2 as Buffers: the reader gets bytes either way. */
function withBuffers(rows: readonly object[]): readonly object[] {
  const blobs = Object.keys(rows[0] ?? {}).filter((column) => holdsBlobs(rows, column));
  if (blobs.length === 0) return rows;
  return rows.map((row) => {
    const copy: Record<string, unknown> = { ...row };
    for (const column of blobs)
      if (copy[column] instanceof ArrayBuffer) copy[column] = new Uint8Array(copy[column]);
    return copy;
  });
}

/** Decided by the first value that is not null: an outer join may leave the first row empty. */
function holdsBlobs(rows: readonly object[], column: string): boolean {
  for (const row of rows) {
    const value = (row as Record<string, unknown>)[column];
    if (value !== null) return value instanceof ArrayBuffer;
  }
  return false;
}
