import type { QueryRunner } from "typeorm";
import { CHARACTERS } from "./column-types.js";
import type { Connections } from "./connections.js";
import type { MigrationClass } from "./migration.js";

const TABLE = "schema_migrations";

interface Done {
  readonly name: string;
}

/** Runs pending migrations in order. Several servers may start at once: one of them does each. */
export async function migrate(connections: Connections, known: readonly MigrationClass[]): Promise<void> {
  const done = await lookedUp(connections);
  const names = new Set(known.map((m) => nameOf(m)));
  const newer = [...done].filter((name) => !names.has(name));
  if (newer.length > 0) throw new Error(`the database is newer than this server: it has ${newer.join(", ")}`);
  const pending = known.filter((m) => !done.has(nameOf(m))).sort((a, b) => numberOf(a) - numberOf(b));
  if (done.size === 0 && pending.length > 0) await connections.migrating(createTable);
  for (const one of pending) await connections.migrating((runner) => run(runner, one));
}

/** Reads without a lock, so that a command can start beside a server that is writing. */
async function lookedUp(connections: Connections): Promise<ReadonlySet<string>> {
  const lease = await connections.reading();
  try {
    return await migrationsDone(lease.runner);
  } finally {
    await lease.end();
  }
}

async function run(runner: QueryRunner, one: MigrationClass): Promise<void> {
  if ((await migrationsDone(runner)).has(nameOf(one))) return;
  try {
    await new one().up(runner);
  } catch (error) {
    if ((await migrationsDone(runner)).has(nameOf(one))) return;
    throw error;
  }
  await runner.query(`insert into ${TABLE} (timestamp, name) values (?, ?)`, [numberOf(one), nameOf(one)]);
}

async function migrationsDone(runner: QueryRunner): Promise<ReadonlySet<string>> {
  if (!(await runner.hasTable(TABLE))) return new Set();
  const rows = (await runner.query(`select name from ${TABLE}`)) as Done[];
  return new Set(rows.map(({ name }) => name));
}

async function createTable(runner: QueryRunner): Promise<void> {
  const sqlite = runner.connection.options.type === "better-sqlite3";
  const id = sqlite
    ? "integer primary key autoincrement not null"
    : "int not null auto_increment primary key";
  await runner.query(
    `create table if not exists ${TABLE} (id ${id}, timestamp bigint not null, name varchar(255) not null) ${
      sqlite ? "" : CHARACTERS
    }`,
  );
}

const nameOf = (one: MigrationClass): string => new one().name ?? "";
/** The 13 digits at the end of its name. */
const numberOf = (one: MigrationClass): number => Number(nameOf(one).slice(-13));
