import { createRequire } from "node:module";
import mysql from "mysql2/promise";
import { readOutside } from "../faults/outsider.js";

type Value = string | number | null | { readonly base64: string };

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** All rows of a database by table, the same for every kind of server. */
export type Contents = Readonly<Record<string, Rows>>;

const isFile = (url: string): boolean => url.startsWith("sqlite:");

const TABLE_NAMES = {
  file: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  server:
    "select table_name as name from information_schema.tables where table_schema = database() order by table_name",
};

/** In the order in which the rows were written, on SQLite; in any order elsewhere. */
export async function contentsOf(url: string): Promise<Contents> {
  const tables = await readOutside<{ name: string }>(url, TABLE_NAMES[isFile(url) ? "file" : "server"]);
  const contents: Record<string, Rows> = {};
  for (const { name } of tables) {
    const rows = await readOutside<Record<string, unknown>>(url, `select * from ${name}`);
    const columns = Object.keys(rows[0] ?? {});
    contents[name] = { columns, rows: rows.map((row) => columns.map((column) => packed(row[column]))) };
  }
  return contents;
}

/** Bytes are all that is not text, a number or null; each driver has its own kind of them. */
const packed = (value: unknown): Value =>
  value !== null && typeof value === "object"
    ? { base64: Buffer.from(value as Uint8Array).toString("base64") }
    : (value as Value);

const unpacked = (value: Value): string | number | Buffer | null =>
  value !== null && typeof value === "object" ? Buffer.from(value.base64, "base64") : value;

/** As objects: `rowsOf(contents, "units")[0].code`. */
export const rowsOf = (contents: Contents, table: string): Record<string, Value>[] => {
  const { columns = [], rows = [] } = contents[table] ?? {};
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
};

/** Into tables that are there, and empty but for the list of migrations, which is the same. */
export async function fill(url: string, contents: Contents): Promise<void> {
  const tables = Object.entries(contents).filter(
    ([name, { rows }]) => name !== "schema_migrations" && rows.length > 0,
  );
  if (isFile(url)) fillFile(url.slice("sqlite:".length), tables);
  else await fillServer(url, tables);
}

interface Libsql {
  prepare(statement: string): { run(...values: unknown[]): void };
  exec(statement: string): void;
  close(): void;
}

function fillFile(file: string, tables: readonly [string, Rows][]): void {
  const Sqlite = createRequire(import.meta.url)("libsql") as new (file: string) => Libsql;
  const database = new Sqlite(file);
  try {
    database.exec("pragma foreign_keys = off; begin");
    for (const [name, { columns, rows }] of tables) {
      const insert = database.prepare(
        `insert into ${name} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
      );
      for (const row of rows) insert.run(...row.map(unpacked));
    }
    database.exec("commit");
  } finally {
    database.close();
  }
}

async function fillServer(url: string, tables: readonly [string, Rows][]): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    await connection.query("set foreign_key_checks = 0");
    await connection.beginTransaction();
    for (const [name, { columns, rows }] of tables)
      await connection.query(`insert into ${name} (${columns.join(", ")}) values ?`, [
        rows.map((row) => row.map(unpacked)),
      ]);
    await connection.commit();
  } finally {
    await connection.end();
  }
}
