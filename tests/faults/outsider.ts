import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import mysql from "mysql2/promise";

const LIBSQL = createRequire(import.meta.url).resolve("libsql");
const isFile = (url: string): boolean => url.startsWith("sqlite:");
const fileOf = (url: string): string => url.slice("sqlite:".length);

interface Libsql {
  prepare(statement: string): { all(): Record<string, unknown>[] };
  exec(statement: string): void;
  close(): void;
}

/** What somebody reads who has nothing to do with the server: of a row that is not on the disk he sees nothing. */
export async function readOutside<Row>(url: string, statement: string): Promise<Row[]> {
  if (isFile(url)) {
    const Sqlite = createRequire(import.meta.url)("libsql") as new (file: string) => Libsql;
    const database = new Sqlite(fileOf(url));
    try {
      return database.prepare(statement).all() as Row[];
    } finally {
      database.close();
    }
  }
  const connection = await mysql.createConnection(url);
  try {
    const [rows] = await connection.query(statement);
    return rows as Row[];
  } finally {
    await connection.end();
  }
}

/** Another process takes what the next save of the unit needs, and keeps it until it is told to let go. */
export const lockOutside = (url: string, unitCode: string): Promise<() => Promise<void>> =>
  isFile(url) ? lockFile(fileOf(url)) : lockUnit(url, unitCode);

/** Whoever writes what the health check writes waits; whoever reads does not. */
export const lockHealth = (url: string): Promise<() => Promise<void>> =>
  isFile(url) ? lockFile(fileOf(url)) : lockFacts(url);

const HOLDER = `
  const database = new (require(process.argv[1]))(process.argv[2]);
  database.exec("pragma busy_timeout=5000");
  database.exec("begin immediate");
  database.exec("update units set revision = revision");
  console.log("held");
  process.stdin.once("data", () => { database.exec("commit"); database.close(); process.exit(0); });
`;

export async function lockFile(file: string): Promise<() => Promise<void>> {
  const holder = spawn(process.execPath, ["-e", HOLDER, LIBSQL, file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  return async () => {
    const ended = once(holder, "exit");
    holder.stdin.write("let go\n");
    await ended;
  };
}

async function lockUnit(url: string, code: string): Promise<() => Promise<void>> {
  const connection = await mysql.createConnection(url);
  await connection.beginTransaction();
  await connection.query("select id from units where code = ? for update", [code]);
  return async () => {
    await connection.rollback();
    await connection.end();
  };
}

async function lockFacts(url: string): Promise<() => Promise<void>> {
  const connection = await mysql.createConnection(url);
  await connection.query("lock tables installation_facts read");
  return () => connection.end();
}

/** Changes what nobody may, as a restored backup or an older version would have left it. */
export async function changeOutside(url: string, statement: string): Promise<void> {
  if (!isFile(url)) return void (await readOutside(url, statement));
  const Sqlite = createRequire(import.meta.url)("libsql") as new (file: string) => Libsql;
  const database = new Sqlite(fileOf(url));
  database.exec(statement);
  database.close();
}
