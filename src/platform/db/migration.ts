import type { MigrationInterface, QueryRunner } from "typeorm";
import { TenantScope } from "../../kernel/tenant-scope.js";
import { MYSQL, SQLITE, type ColumnTypes } from "./column-types.js";
import { SCOPE_MARK } from "./connections.js";

export type MigrationClass = new () => MigrationInterface;

const isSqlite = (runner: QueryRunner): boolean => runner.connection.options.type === "better-sqlite3";
const typesOf = (runner: QueryRunner): ColumnTypes => (isSqlite(runner) ? SQLITE : MYSQL);

type Step = (runner: QueryRunner) => Promise<void>;

/**
 * MariaDB commits each DDL statement at once: a migration is one step that can run again, so that an interrupted one
 * is finished.
 */
function step(number: number, title: string, up: Step): MigrationClass {
  return class implements MigrationInterface {
    // TypeORM orders by the 13 digits at the end of the name.
    name = `${title}${String(number).padStart(13, "0")}`;
    transaction = false;

    up(runner: QueryRunner): Promise<void> {
      return up(runner);
    }

    down(): Promise<void> {
      return Promise.reject(new Error("restore a backup instead: migrations only go forward"));
    }
  };
}

/** One DDL statement that can run again: `create table if not exists`. */
export const migration = (
  number: number,
  title: string,
  statement: (types: ColumnTypes) => string,
): MigrationClass =>
  step(number, title, async (runner) => void (await runner.query(statement(typesOf(runner)))));

export interface NewColumn {
  readonly table: string;
  readonly column: string;
  /** The type with its attributes: `(t) => \`${t.int} not null default 0\``. */
  readonly type: (types: ColumnTypes) => string;
}

/** Adds a column unless it exists: neither SQLite nor MySQL knows `add column if not exists`. */
export const addColumn = (
  number: number,
  title: string,
  { table, column, type }: NewColumn,
): MigrationClass =>
  step(number, title, async (runner) => {
    const known = isSqlite(runner)
      ? "select 1 from pragma_table_info(?) where name = ?"
      : "select 1 from information_schema.columns where table_schema = database() and table_name = ? and column_name = ?";
    if ((await found(runner, known, [table, column])).length > 0) return;
    await runner.query(`alter table ${table} add column ${column} ${type(typesOf(runner))}`);
  });

export interface NewIndex {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique?: boolean;
}

/** Adds an index unless it exists: MySQL does not know `create index if not exists`. */
export const addIndex = (
  number: number,
  title: string,
  { table, name, columns, unique = false }: NewIndex,
): MigrationClass =>
  step(number, title, async (runner) => {
    const known = isSqlite(runner)
      ? "select 1 from pragma_index_list(?) where name = ?"
      : "select 1 from information_schema.statistics where table_schema = database() and table_name = ? and index_name = ?";
    if ((await found(runner, known, [table, name])).length > 0) return;
    await runner.query(
      `create ${unique ? "unique index" : "index"} ${name} on ${table} (${columns.join(", ")})`,
    );
  });

export interface OldIndex {
  readonly table: string;
  readonly name: string;
  /** The column that the index of the same name has which takes its place. */
  readonly without: string;
}

/** Drops an index, unless it is gone or the one that takes its place is there already. */
export const dropIndex = (
  number: number,
  title: string,
  { table, name, without }: OldIndex,
): MigrationClass =>
  step(number, title, async (runner) => {
    const columns = isSqlite(runner)
      ? "select name as column_name from pragma_index_info(?)"
      : "select column_name as column_name from information_schema.statistics where table_schema = database() and index_name = ? and table_name = ?";
    const rows = (await found(runner, columns, isSqlite(runner) ? [name] : [name, table])) as readonly {
      readonly column_name: string;
    }[];
    if (rows.length === 0 || rows.some(({ column_name }) => column_name === without)) return;
    await runner.query(isSqlite(runner) ? `drop index ${name}` : `alter table ${table} drop index ${name}`);
  });

/** A step that inspects tables before it changes them. */
export const conversion = (number: number, title: string, work: Step): MigrationClass =>
  step(number, title, work);

/** Fills columns derived from existing rows of all tenants. `work` skips filled rows, so that it can run again. */
export const backfill = (number: number, title: string, work: Step): MigrationClass =>
  step(number, title, async (runner) => {
    runner.data[SCOPE_MARK] = TenantScope.system(`migration ${title}`);
    try {
      await work(runner);
    } finally {
      delete runner.data[SCOPE_MARK];
    }
  });

const found = (runner: QueryRunner, statement: string, parameters: readonly string[]): Promise<unknown[]> =>
  runner.query(statement, [...parameters]) as Promise<unknown[]>;
