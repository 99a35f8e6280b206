import type { QueryRunner } from "typeorm";
import { CHARACTERS } from "./column-types.js";

interface ForeignKey {
  readonly tableName: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Holds the foreign keys while they are dropped, so that an interrupted conversion restores them when it runs again.
 */
const KEPT = "schema_foreign_keys";

/**
 * Converts every text column of older tables to comparison by bytes. A server does not let the columns of a foreign
 * key change: the keys are noted, dropped, and restored when both ends are converted.
 */
export async function compareTextByBytes(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type === "better-sqlite3") return;
  const tables = await olderTables(runner);
  if (tables.length === 0 && !(await runner.hasTable(KEPT))) return;
  await keepForeignKeys(runner);
  for (const { tableName, name } of await standing(runner))
    await runner.query(`alter table ${tableName} drop foreign key ${name}`);
  for (const table of tables) await runner.query(`alter table ${table} convert to ${CHARACTERS}`);
  const kept = (await runner.query(
    `select table_name as tableName, name, definition from ${KEPT} order by table_name, name`,
  )) as ForeignKey[];
  const there = new Set((await standing(runner)).map(({ tableName, name }) => `${tableName} ${name}`));
  for (const { tableName, name, definition } of kept)
    if (!there.has(`${tableName} ${name}`)) await runner.query(`alter table ${tableName} add ${definition}`);
  await runner.query(`drop table ${KEPT}`);
}

/** The table of migrations is left out: its names are compared here, whatever the server's collation. */
async function olderTables(runner: QueryRunner): Promise<string[]> {
  const rows = (await runner.query(
    `select distinct table_name as name from information_schema.columns
     where table_schema = database() and collation_name is not null and collation_name <> 'utf8mb4_bin'
       and table_name not in ('${KEPT}', 'schema_migrations')`,
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** Only once: a resumed conversion finds the keys that the first attempt noted. */
async function keepForeignKeys(runner: QueryRunner): Promise<void> {
  await runner.query(
    `create table if not exists ${KEPT} (table_name varchar(64) not null, name varchar(64) not null,
       definition text not null, primary key (table_name, name)) engine=InnoDB ${CHARACTERS}`,
  );
  for (const { tableName, name, definition } of await standing(runner))
    await runner.query(`replace into ${KEPT} (table_name, name, definition) values (?, ?, ?)`, [
      tableName,
      name,
      definition,
    ]);
}

async function standing(runner: QueryRunner): Promise<ForeignKey[]> {
  const rows = (await runner.query(
    `select table_name as tableName, constraint_name as name, referenced_table_name as referenced,
       group_concat(column_name order by ordinal_position separator ', ') as own,
       group_concat(referenced_column_name order by ordinal_position separator ', ') as others
     from information_schema.key_column_usage
     where table_schema = database() and referenced_table_name is not null
     group by table_name, constraint_name, referenced_table_name`,
  )) as Record<"tableName" | "name" | "referenced" | "own" | "others", string>[];
  return rows.map(({ tableName, name, referenced, own, others }) => ({
    tableName,
    name,
    definition: `constraint ${name} foreign key (${own}) references ${referenced} (${others})`,
  }));
}
