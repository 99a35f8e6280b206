import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { seedDemo } from "../seeds/demo.js";
import { createApp } from "../src/app/app.js";
import { systemClock } from "../src/kernel/clock.js";
import { findProgram, startMariadb, type RunningServer } from "../tests/harness/mariadb-server.js";
import { later } from "./leftovers.js";
import { SECRETS } from "./server.js";

const NAME = "drill";
/** The server's own account may not write where the database is read-only; root may. */
const ACCOUNT = "gongkai";
/** As for real data; the harness's own options are for data that are worth nothing. */
const DURABLE = ["--innodb-flush-log-at-trx-commit=1"];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-drills-"));
  later(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A file with the demo's units and people, for each drill to copy. */
export async function prepareSqlite(): Promise<string> {
  const folder = temporaryFolder();
  const [seeded, whole] = [join(folder, "seeded.sqlite"), join(folder, "whole.sqlite")];
  await fill(`sqlite:${seeded}`);
  const Sqlite = createRequire(import.meta.url)("libsql") as new (file: string) => {
    exec(statement: string): void;
    close(): void;
  };
  const database = new Sqlite(seeded);
  database.exec(`vacuum into '${whole}'`); // what is still in the write-ahead log included
  database.close();
  return whole;
}

export function copyTo(folder: string, file: string): string {
  const copy = join(folder, "gongkai.sqlite");
  copyFileSync(file, copy);
  return `sqlite:${copy}`;
}

export interface Mariadb {
  readonly server: RunningServer;
  /** As root. */
  readonly rootUrl: string;
  readonly port: number;
}

/** The files of a MariaDB with the demo's units and people, for each drill to copy. */
export async function prepareMariadb(): Promise<string> {
  const { server, rootUrl } = await startOn(undefined, []);
  const [account, all] = [`${ACCOUNT}@127.0.0.1`, `${NAME}.*`];
  await execute(server.url, `create database ${NAME} character set utf8mb4 collate utf8mb4_bin`);
  await execute(server.url, `create user ${account} identified by '${ACCOUNT}'`);
  await execute(server.url, `grant all on ${all} to ${account}`);
  await fill(rootUrl);
  await server.halt("SIGTERM");
  return server.data;
}

export const startMariadbOn = (files: string, options: readonly string[] = []): Promise<Mariadb> =>
  startOn(files, options);

async function startOn(files: string | undefined, options: readonly string[]): Promise<Mariadb> {
  const program = findProgram("mariadbd");
  if (!program) throw new Error("no mariadbd");
  const choices = { options: [...DURABLE, ...options], ...(files !== undefined && { copyOf: files }) };
  const server = await startMariadb(program, choices);
  later(() => void server.stop());
  const url = new URL(server.url);
  url.pathname = `/${NAME}`;
  return { server, rootUrl: url.href, port: Number(url.port) };
}

/** What the server is given: the account that owns the database and nothing else, at that port. */
export const accountUrl = (port: number): string => `mysql://${ACCOUNT}:${ACCOUNT}@127.0.0.1:${port}/${NAME}`;

export async function execute(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query(statement);
    return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
  } finally {
    await connection.end();
  }
}

/** People sign in often here, and what their passwords cost is nothing that a drill is about. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

async function fill(databaseUrl: string): Promise<void> {
  const config = {
    ...{ databaseUrl, ...SECRETS, port: 0, host: "127.0.0.1", calendarFile: null, demo: false },
    ...{
      logLevel: "silent",
      production: false,
      trustedProxies: 0,
      pathPrefix: "",
      budgetFactor: 1,
      innerWebhooks: false,
      historyDays: 184,
    },
    passwordPolicy: "standard" as const,
  };
  const log = pino({ level: "silent" });
  const app = await createApp({ config, log, clock: systemClock, passwordCost: CHEAP });
  try {
    await seedDemo(app, []);
    await app.settled();
  } finally {
    await app.close();
  }
}
