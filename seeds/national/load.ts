import { createConnection, type Connection } from "mysql2/promise";
import { openAppDatabase } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { rebuildAllSums } from "../../src/area-sums/api.js";
import { REPORTS, VERSION_DOCUMENTS, VERSIONS } from "../../src/reports/index.js";
import { UNITS } from "../../src/units/api.js";
import { sql, type Database } from "../../src/platform/db/index.js";
import { insertRows } from "./bulk.js";
import type { Division } from "./divisions.js";
import { NATIONAL_YEARS, nationalReport } from "./reports.js";
import { nationalUnits, type NationalUnit } from "./units.js";

const SCOPE = TenantScope.system("load the country");
const SILENT = { debug: () => undefined, warn: () => undefined };
const REPORTS_AT_A_TIME = 2_000;

/** Nothing was loaded, for a reason that the operator can mend. */
export class CannotLoad extends Error {}

/** Fills an empty database with the country's units and their reports, past the commands: these would take days. */
export async function loadNational(
  databaseUrl: string,
  divisions: readonly Division[],
  tell: (what: string) => void,
): Promise<void> {
  if (!/^(mysql|mariadb):/.test(databaseUrl))
    throw new CannotLoad(
      "全国数据须载入 MariaDB 或 MySQL · The country is loaded into MariaDB or MySQL: set DATABASE_URL",
    );
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  try {
    if (!(await isEmpty(database)))
      throw new CannotLoad("数据库中已有单位，未载入 · The database has units already: nothing was loaded");
    await withConnection(databaseUrl, (connection) => fill(connection, divisions, tell));
    tell(`${await rebuildAllSums(database)} 行区域合计 · sums of areas`);
  } finally {
    await database.close();
  }
}

const isEmpty = (database: Database): Promise<boolean> =>
  database.read(
    SCOPE,
    async (session) => (await session.query(sql`select id from units limit 1`)).length === 0,
  );

async function withConnection(
  databaseUrl: string,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await createConnection({ uri: databaseUrl, charset: "utf8mb4" });
  try {
    // The rows are whole and fit each other: looking every one up again would take half the time.
    await connection.query("set session foreign_key_checks = 0, unique_checks = 0, autocommit = 0");
    await work(connection);
  } finally {
    await connection.end();
  }
}

async function fill(
  connection: Connection,
  divisions: readonly Division[],
  tell: (what: string) => void,
): Promise<void> {
  const units = nationalUnits(divisions);
  await insertRows(connection, UNITS.name, units);
  await connection.query("commit");
  tell(`${units.length} 个单位 · units`);
  // By year and place, as the versions lie on disk.
  const filing = units.filter(({ filesReport }) => filesReport).sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const year of NATIONAL_YEARS) {
    await fillYear(connection, filing, year);
    tell(`${year}: ${filing.length} 份年报 · reports`);
  }
  // Statistics as after a night in production, not seconds after a load.
  const tables = [UNITS, REPORTS, VERSIONS, VERSION_DOCUMENTS].map(({ name }) => name);
  await connection.query(`analyze table ${tables.join(", ")}`);
}

async function fillYear(connection: Connection, units: readonly NationalUnit[], year: number): Promise<void> {
  for (let at = 0; at < units.length; at += REPORTS_AT_A_TIME) {
    const rows = units.slice(at, at + REPORTS_AT_A_TIME).map((unit, i) => nationalReport(unit, year, at + i));
    await insertRows(
      connection,
      REPORTS.name,
      rows.map(({ report }) => report),
    );
    await insertRows(
      connection,
      VERSIONS.name,
      rows.map(({ version }) => version),
    );
    await insertRows(
      connection,
      VERSION_DOCUMENTS.name,
      rows.map(({ document }) => document),
    );
    await connection.query("commit");
  }
}
