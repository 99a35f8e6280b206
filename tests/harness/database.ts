import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import mysql from "mysql2/promise";
import { inject } from "vitest";
import "./provided.js";
import { scratchFolder } from "./scratch.js";

export interface TestDatabase {
  /** As in DATABASE_URL: `sqlite:/path/to/file` or `mysql://user:password@host:port/name`. */
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of the caller's own, on the server of the vitest project that runs the test. */
export async function createTestDatabaseUrl(): Promise<TestDatabase> {
  const server = inject("database");
  return server.kind === "sqlite" ? createFile() : createOn(server.url);
}

/** Which of the two the test runs on, for the few statements that must differ. */
export const databaseKind = (): "sqlite" | "mysql" => inject("database").kind;

function createFile(): TestDatabase {
  // A file, not ":memory:", so that a second connection sees the same data and WAL is what production has.
  const folder = scratchFolder("test");
  return {
    url: `sqlite:${join(folder, "test.sqlite")}`,
    drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function createOn(serverUrl: string): Promise<TestDatabase> {
  const name = `gongkai_test_${randomBytes(6).toString("hex")}`;
  await execute(serverUrl, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name}`) };
}

async function execute(serverUrl: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(serverUrl);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
