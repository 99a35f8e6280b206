import type { ObjectLiteral, QueryRunner } from "typeorm";
import { sql, raw, type Sql } from "./sql.js";
import { atOrBelow, type AnyTable, type TenantTable } from "./table.js";

/**
 * The only place that moves rows to another unit or another place of the tree. Only `Session.relocate` makes one,
 * under a system scope.
 */
export class Relocation {
  readonly #runner: QueryRunner;

  constructor(runner: QueryRunner) {
    this.#runner = runner;
  }

  /** Rewrites the paths of a moved unit and of all units below it. */
  async rewritePaths(table: AnyTable, column: string, from: string, to: string): Promise<void> {
    const path = raw(column);
    await this.#run(
      sql`update ${raw(table.name)} set ${path} = concat(${to}, substr(${path}, ${from.length + 1}))
          where ${atOrBelow(column, from)}`,
    );
  }

  /** Hands rows of one unit, selected by a key, to another unit. */
  async handOver<E extends ObjectLiteral & { unitId: string }>(
    table: TenantTable<E>,
    { key, ids, from, to }: { key: string; ids: readonly string[]; from: string; to: string },
  ): Promise<void> {
    await this.#run(
      sql`update ${raw(table.name)} set unit_id = ${to} where unit_id = ${from} and ${raw(key)} in ${[...ids]}`,
    );
  }

  async #run({ text, params }: Sql): Promise<void> {
    await this.#runner.query(text, [...params]);
  }
}

/**
 * A row and the rows that refer to it cannot change in one statement, and MySQL cannot defer the check to the end of
 * the transaction as SQLite does: meanwhile the check is off.
 */
export async function withoutReferenceChecks<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  if (runner.connection.options.type === "better-sqlite3") {
    await runner.query("pragma defer_foreign_keys = on");
    return work();
  }
  await runner.query("set foreign_key_checks = 0");
  try {
    return await work();
  } finally {
    await runner.query("set foreign_key_checks = 1");
  }
}
