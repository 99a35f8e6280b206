import { createConnection } from "mysql2/promise";
import { openAppDatabase } from "../src/app-database.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import { Passwords, registerUser } from "../src/modules/identity/index.js";
import { REPORTS, VERSION_DOCUMENTS, VERSIONS } from "../src/modules/reports/index.js";
import { insertUnit, type UnitRow } from "../src/modules/units/index.js";
import type { Database, Session } from "../src/platform/db/index.js";
import { benchUnits, DISTRICT, YEARS } from "./district.js";
import { reportRows } from "./report-rows.js";

const SCOPE = TenantScope.system("bench");
const SILENT = { debug: () => undefined, warn: () => undefined };

/** Who asks: the district's disclosure office. */
export interface Officer {
  readonly login: string;
  readonly password: string;
}

const OFFICER: Officer = { login: "officer.bench", password: "a password of the bench" };

/** Makes the schema and fills its tables, past the commands of the product: these would take a quarter of an hour. */
export async function load(databaseUrl: string, authSecret: string): Promise<Officer> {
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  try {
    const units = await database.write(SCOPE, loadUnits);
    const passwordHash = await new Passwords(authSecret).hash(OFFICER.password);
    await database.write(SCOPE, (session) => loadOfficer(session, unitOf(units, DISTRICT), passwordHash));
    await loadReports(
      database,
      [...units.values()].filter((unit) => unit.filesReport),
    );
  } finally {
    await database.close();
  }
  await analyze(databaseUrl);
  return OFFICER;
}

async function loadUnits(session: Session): Promise<Map<string, UnitRow>> {
  const units = new Map<string, UnitRow>();
  for (const { parentCode, ...unit } of benchUnits())
    units.set(unit.code, await insertUnit(session, unit, parentCode ? unitOf(units, parentCode) : null));
  return units;
}

function unitOf(units: ReadonlyMap<string, UnitRow>, code: string): UnitRow {
  const unit = units.get(code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

const loadOfficer = (session: Session, unit: UnitRow, passwordHash: string): Promise<unknown> =>
  registerUser(
    session,
    {
      home: unit,
      memberships: [{ unit, role: "OFFICER" }],
      login: OFFICER.login,
      displayName: "样本·政务公开办",
      passwordHash,
    },
    new Date(),
  );

function loadReports(database: Database, units: readonly UnitRow[]): Promise<void> {
  return database.write(SCOPE, async (session) => {
    for (const unit of units) {
      const rows = YEARS.map((year) => reportRows(unit, year));
      await session.rows(REPORTS).insert(unit, ...rows.map(({ report }) => report));
      await session.rows(VERSIONS).insert(unit, ...rows.map(({ version }) => version));
      await session.rows(VERSION_DOCUMENTS).insert(unit, ...rows.map(({ document }) => document));
    }
  });
}

/** Statistics as after a night in production, not seconds after a load. */
async function analyze(databaseUrl: string): Promise<void> {
  const connection = await createConnection(databaseUrl);
  try {
    await connection.query("analyze table units, reports, report_versions, version_documents");
  } finally {
    await connection.end();
  }
}
