import { rmSync } from "node:fs";
import mysql, { type RowDataPacket } from "mysql2/promise";
import type { TestProject } from "vitest/node";
import { findProgram, startMariadb } from "./mariadb-server.js";
import "./provided.js";
import { scratchFolder } from "./scratch.js";

/** Can the tests run on MariaDB or MySQL here? Where they must (CI), a machine without one is a failure. */
export function mariadbAvailable(): boolean {
  if (process.env["TEST_DATABASE_URL"] || findProgram("mariadbd")) return true;
  if (process.env["CI"] === "true")
    throw new Error("MariaDB is not optional in CI: install mariadb-server, or set TEST_DATABASE_URL");
  return false;
}

/** Where there is no memory for its files, they need not be on the disk at once. */
const FORGETFUL = ["--innodb-flush-method=nosync", "--innodb-doublewrite=0"];

/** vitest's global set-up of the `mariadb` project; what it returns is the tear-down. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPrivate();
  const templates = scratchFolder("templates");
  project.provide("database", {
    ...{ kind: "mysql", url: server.url, templates },
    version: await versionOf(server.url),
  });
  return async () => {
    rmSync(templates, { recursive: true, force: true });
    await server.stop();
  };
}

function startPrivate() {
  const program = findProgram("mariadbd");
  if (!program) throw new Error("no mariadbd on this machine, and TEST_DATABASE_URL is not set");
  return startMariadb(program, { home: scratchFolder("mariadb"), options: FORGETFUL });
}

async function versionOf(url: string): Promise<string> {
  const connection = await mysql.createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>("SELECT VERSION() AS version");
    return String(rows[0]?.["version"]);
  } finally {
    await connection.end();
  }
}
