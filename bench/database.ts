import { createConnection } from "mysql2/promise";
import { findProgram, startMariadb } from "../tests/harness/mariadb-server.js";

export interface BenchDatabase {
  readonly url: string;
  readonly version: string;
  drop(): Promise<void>;
}

/** A database of the bench's own: on the server of DATABASE_URL, or on a private MariaDB that goes with it. */
export async function createBenchDatabase(given: string | undefined): Promise<BenchDatabase> {
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPrivate();
  const name = `gongkai_bench_${process.pid}`;
  await execute(server.url, `create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await execute(server.url, `drop database ${name}`);
    await server.stop();
  };
  return { url: url.href, version: await execute(server.url, "select version() as version"), drop };
}

async function startPrivate() {
  const program = findProgram("mariadbd");
  if (!program) throw new Error("no mariadbd on this machine: set DATABASE_URL to a MySQL or MariaDB server");
  const server = await startMariadb(program);
  // As a database server of this size would have it; the tests' own holds next to nothing.
  for (const [variable, megabytes] of [
    ["innodb_buffer_pool_size", 1024],
    ["innodb_log_file_size", 512],
  ] as const)
    await execute(server.url, `set global ${variable} = ${megabytes * 1024 * 1024}`);
  return server;
}

async function execute(serverUrl: string, statement: string): Promise<string> {
  const connection = await createConnection(serverUrl);
  try {
    const [rows] = await connection.query(statement);
    return Array.isArray(rows) ? ((rows as { version: string }[])[0]?.version ?? "") : "";
  } finally {
    await connection.end();
  }
}
