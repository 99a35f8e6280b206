import {
  tenantTripwire,
  type Observer,
  DEFAULT_LIMITS,
  type Connections,
  type DatabaseLimits,
} from "./connections.js";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { createConnection } from "mysql2/promise";
import { DataSource, type DataSourceOptions, type Logger, type ObjectLiteral } from "typeorm";
import { Database, type DatabaseLog } from "./database.js";
import { migrate } from "./migrate.js";
import type { MigrationClass } from "./migration.js";
import { MysqlConnections, POOL_SIZE } from "./mysql-connections.js";
import { SqliteConnections, type SqliteHandle } from "./sqlite-connections.js";
import type { AnyTable } from "./table.js";

export interface DatabaseOptions {
  /** `sqlite:<file>` or `mysql://user:password@host:port/name`; config.ts has checked it. */
  readonly url: string;
  readonly tables: readonly AnyTable[];
  readonly migrations: readonly MigrationClass[];
  readonly log: DatabaseLog;
  readonly observe?: Observer | undefined;
  readonly limits?: Partial<DatabaseLimits> | undefined;
}

/** `maxIdle` below the size makes the pool close what has been idle for a minute. */
const POOL = { connectionLimit: POOL_SIZE, maxIdle: POOL_SIZE - 1, queueLimit: 0, connectTimeout: 3_000 };
/**
 * SQLite's own wait for a lock, which blocks the event loop; longer waits are done in it (see sqlite-connections.ts).
 */
const SQLITE_BUSY_MS = 3;

/** Opens the database, brings its schema up to date, and returns the only access to it. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const connections = await connect(options, limits);
  try {
    await migrate(connections, options.migrations);
  } catch (error) {
    await connections.close();
    throw error;
  }
  return new Database(connections, limits, options);
}

async function connect(options: DatabaseOptions, limits: DatabaseLimits): Promise<Connections> {
  const file = options.url === IN_MEMORY ? fileInPassing() : options.url.slice("sqlite:".length);
  const sqlite = options.url.startsWith("sqlite:");
  const source = new DataSource({
    ...(sqlite ? sqliteOptions(file) : await mysqlOptions(options)),
    entities: options.tables.map((t) => t.entity as new () => ObjectLiteral),
    subscribers: [tenantTripwire(options.tables, options.observe)],
    synchronize: false,
    logger: SILENT,
  });
  await source.initialize();
  return sqlite ? new SqliteConnections(source, limits) : new MysqlConnections(source, limits);
}

/** TypeORM's own logger would print statements with their parameters, which are people's data. */
const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** In memory each connection would have a database of its own; instead a file is used while the process runs. */
const IN_MEMORY = "sqlite::memory:";
function fileInPassing(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "gongkai.sqlite");
}

function sqliteOptions(database: string): DataSourceOptions {
  mkdirSync(dirname(database), { recursive: true });
  return {
    type: "better-sqlite3",
    driver: createRequire(import.meta.url)("libsql") as unknown,
    database,
    timeout: SQLITE_BUSY_MS,
    prepareDatabase: (db: SqliteHandle) => {
      // WAL alone would fsync only at checkpoints and lose acknowledged reports in a power cut.
      for (const p of [
        `busy_timeout=${SQLITE_BUSY_MS}`,
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
      ])
        db.pragma(p);
    },
  };
}

async function mysqlOptions({ url, log }: DatabaseOptions): Promise<DataSourceOptions> {
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
      extra: POOL,
    };
  } finally {
    await probe.end();
  }
}
