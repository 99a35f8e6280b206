import { createRequire } from "node:module";
import { DataSource, type DataSourceOptions, type ObjectLiteral } from "typeorm";
import { TABLES } from "../../src/app/app-database.js";
import type { AnyTable } from "../../src/platform/db/index.js";
import { tenantTripwire } from "../../src/platform/db/connections.js";

export interface SourceOptions {
  readonly tables?: readonly AnyTable[];
  /** The fourth fence. */
  readonly tripwire: boolean;
}

/** A data source of the test's own, such as no code of the product can get hold of. */
export async function openSource(
  url: string,
  { tables = TABLES, tripwire }: SourceOptions,
): Promise<DataSource> {
  const source = new DataSource({
    ...serverOptions(url),
    entities: tables.map((table) => table.entity as new () => ObjectLiteral),
    subscribers: tripwire ? [tenantTripwire(tables)] : [],
    synchronize: false,
  });
  return source.initialize();
}

function serverOptions(url: string): DataSourceOptions {
  if (!url.startsWith("sqlite:")) return { type: "mariadb", url, charset: "utf8mb4", poolSize: 2 };
  return {
    type: "better-sqlite3",
    driver: createRequire(import.meta.url)("libsql") as unknown,
    database: url.slice("sqlite:".length),
    prepareDatabase: (db: { pragma(text: string): void }) => {
      for (const pragma of ["foreign_keys=ON", "busy_timeout=5000"]) db.pragma(pragma);
    },
  };
}

export interface RealColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly referenced: readonly string[];
}

/** What the database itself says of a table. */
export interface RealTable {
  readonly columns: readonly RealColumn[];
  /** The columns of the primary key and of each unique one, in their order. */
  readonly unique: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
}

type Row = Readonly<Record<string, unknown>>;

export async function tableNames(source: DataSource): Promise<string[]> {
  const rows: Row[] = await source.query(
    source.options.type === "better-sqlite3"
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select table_name as name from information_schema.tables where table_schema = database()",
  );
  return rows.map((row) => String(row["name"])).sort();
}

export const realTable = (source: DataSource, table: string): Promise<RealTable> =>
  source.options.type === "better-sqlite3" ? inSqlite(source, table) : inMysql(source, table);

async function inSqlite(source: DataSource, table: string): Promise<RealTable> {
  const ask = (pragma: string, of: string): Promise<Row[]> =>
    source.query(`select * from ${pragma}('${of}')`);
  const info = await ask("pragma_table_info", table);
  const indexes = (await ask("pragma_index_list", table)).filter((row) => Number(row["unique"]) === 1);
  const unique: string[][] = [];
  for (const index of indexes)
    unique.push((await ask("pragma_index_info", String(index["name"]))).map((row) => String(row["name"])));
  const keys = grouped(await ask("pragma_foreign_key_list", table), "id");
  return {
    columns: info.map((row) => ({
      name: String(row["name"]),
      type: String(row["type"]).toLowerCase(),
      nullable: Number(row["notnull"]) === 0 && Number(row["pk"]) === 0,
    })),
    unique,
    foreignKeys: keys.map((rows) => ({
      table: String(rows[0]?.["table"]),
      columns: rows.map((row) => String(row["from"])),
      referenced: rows.map((row) => String(row["to"])),
    })),
  };
}

async function inMysql(source: DataSource, table: string): Promise<RealTable> {
  const ask = (select: string, from: string, order: string): Promise<Row[]> =>
    source.query(
      `select ${select} from information_schema.${from} where table_schema = database() and table_name = ? order by ${order}`,
      [table],
    );
  const info = await ask(
    "column_name as name, column_type as type, is_nullable as nullable",
    "columns",
    "ordinal_position",
  );
  const unique = await ask(
    "index_name as name, column_name as col",
    "statistics",
    "non_unique, index_name, seq_in_index",
  );
  const nonUnique = await ask("distinct index_name as name", "statistics", "index_name");
  const isUnique = new Set(
    (await ask("distinct concat(index_name, ':', non_unique) as name", "statistics", "1")).map(
      (row) => row["name"],
    ),
  );
  const names = nonUnique.map((row) => String(row["name"])).filter((name) => isUnique.has(`${name}:0`));
  const keys = await ask(
    "constraint_name as id, column_name as col, referenced_table_name as parent, referenced_column_name as parent_col",
    "key_column_usage",
    "constraint_name, ordinal_position",
  );
  return {
    columns: info.map((row) => ({
      name: String(row["name"]),
      type: String(row["type"]).toLowerCase(),
      nullable: row["nullable"] === "YES",
    })),
    unique: names.map((name) =>
      unique.filter((row) => row["name"] === name).map((row) => String(row["col"])),
    ),
    foreignKeys: grouped(
      keys.filter((row) => row["parent"] !== null),
      "id",
    ).map((rows) => ({
      table: String(rows[0]?.["parent"]),
      columns: rows.map((row) => String(row["col"])),
      referenced: rows.map((row) => String(row["parent_col"])),
    })),
  };
}

function grouped(rows: readonly Row[], key: string): Row[][] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return [...groups.values()];
}
