import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createRequire } from "node:module";
import { createConnection } from "mysql2/promise";
import { DataSource, type DataSourceOptions, type ObjectLiteral } from "typeorm";
import { Database, type DatabaseLog } from "./database.js";
import type { MigrationClass } from "./migration.js";
import type { AnyTable } from "./table.js";
import { tenantTripwire } from "./tripwire.js";

export interface DatabaseOptions {
  /** `sqlite:<file>` or `mysql://user:password@host:port/name`; config.ts has checked it. */
  readonly url: string;
  readonly tables: readonly AnyTable[];
  readonly migrations: readonly MigrationClass[];
  readonly log: DatabaseLog;
  /** Sees every statement before it runs: tests count them. */
  readonly observe?: ((statement: string) => void) | undefined;
}

const POOL = { connectionLimit: 10, queueLimit: 200, maxPreparedStatements: 256 };
const STATEMENT_SECONDS = 30;

/** Opens the database, brings its schema up to date, and returns the one door to it. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const server = options.url.startsWith("sqlite:") ? sqlite(options.url) : await mysql(options);
  const source = new DataSource({
    ...server,
    entities: options.tables.map((t) => t.entity as new () => ObjectLiteral),
    migrations: [...options.migrations],
    migrationsTableName: "schema_migrations",
    subscribers: [tenantTripwire(options.tables, options.observe)],
    synchronize: false,
  });
  await source.initialize();
  try {
    await migrate(source, options.migrations);
    await limitStatements(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Database(source, options.tables, options.log);
}

function sqlite(url: string): DataSourceOptions {
  const database = url.slice("sqlite:".length);
  if (database !== ":memory:") mkdirSync(dirname(database), { recursive: true });
  return {
    type: "better-sqlite3",
    driver: createRequire(import.meta.url)("libsql") as unknown,
    database,
    prepareDatabase: (db: { pragma(text: string): void }) => {
      // WAL alone would fsync only at checkpoints and lose acknowledged reports in a power cut.
      for (const p of ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"])
        db.pragma(p);
    },
  };
}

async function mysql({ url, log }: DatabaseOptions): Promise<DataSourceOptions> {
  const probe = await createConnection(url);
  try {
    const [rows] = await probe.query(
      "select version() as version, @@innodb_flush_log_at_trx_commit as flush",
    );
    const { version, flush } = (rows as { version: string; flush: number }[])[0] ?? { version: "", flush: 1 };
    if (Number(flush) !== 1)
      log.warn(
        `innodb_flush_log_at_trx_commit is ${flush}: a power cut would lose acknowledged reports; set it to 1`,
      );
    const mariadb = /mariadb/i.test(version);
    return {
      // "mysql" against MariaDB makes TypeORM compare column types wrongly.
      type: mariadb ? "mariadb" : "mysql",
      url,
      charset: "utf8mb4",
      poolSize: POOL.connectionLimit,
      extra: POOL,
    };
  } finally {
    await probe.end();
  }
}

/**
 * The last net under a runaway statement, not under migrations. The two servers name it, and count its time,
 * differently; SQLite has none: its statements run in this process.
 */
async function limitStatements(source: DataSource): Promise<void> {
  const limit = {
    mariadb: `max_statement_time=${STATEMENT_SECONDS}`,
    mysql: `max_execution_time=${STATEMENT_SECONDS}000`,
  };
  const type = source.options.type;
  if (type !== "mariadb" && type !== "mysql") return;
  const { pool } = source.driver as unknown as { pool: NodeJS.EventEmitter };
  const statement = `set session ${limit[type]}`;
  pool.on("connection", (connection: { query(text: string): void }) => connection.query(statement));
  // TypeORM opened one before anybody could listen; until here it is the only one.
  await source.query(statement);
}

async function migrate(source: DataSource, known: readonly MigrationClass[]): Promise<void> {
  const names = new Set(known.map((m) => new m().name));
  const runner = source.createQueryRunner();
  try {
    if (await runner.hasTable("schema_migrations")) {
      const done = (await runner.query("select name from schema_migrations")) as { name: string }[];
      const newer = done.filter((row) => !names.has(row.name));
      if (newer.length > 0)
        throw new Error(
          `the database is newer than this server: it has ${newer.map((r) => r.name).join(", ")}`,
        );
    }
  } finally {
    await runner.release();
  }
  await source.runMigrations({ transaction: "none" });
}
