import { HISTORY } from "../src/history/index.js";
import { createConnection } from "mysql2/promise";
import { openAppDatabase } from "../src/app/app-database.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import { DISCLOSURES } from "../src/ledgers/disclosures/index.js";
import { Passwords, registerUser } from "../src/identity/api.js";
import { PROPOSALS } from "../src/ledgers/proposals/api.js";
import { REMEDIES } from "../src/ledgers/remedies/api.js";
import { REPORTS, VERSION_DOCUMENTS, VERSIONS } from "../src/reports/index.js";
import { INFORMATION_REQUESTS } from "../src/ledgers/requests/index.js";
import { SUPPLIED_COUNTS } from "../src/ledgers/supplies/api.js";
import { insertUnit, type UnitRow } from "../src/units/index.js";
import { UNITS } from "../src/units/api.js";
import type { Database, Session } from "../src/platform/db/index.js";
import { benchUnits, DERIVING, DISTRICT, keepsLedgers, YEARS } from "./district.js";
import { loadLedgers } from "./load-ledgers.js";
import { reportRows } from "./report-rows.js";

const SCOPE = TenantScope.system("bench");
const SILENT = { debug: () => undefined, warn: () => undefined };

export interface Login {
  readonly login: string;
  readonly password: string;
}

/** Who asks: the district's disclosure office, or a clerk of the unit whose report is derived. */
export type Asker = "officer" | "clerk";

const PASSWORD = "a password of the bench";
export const LOGINS: Readonly<Record<Asker, Login>> = {
  officer: { login: "officer.bench", password: PASSWORD },
  clerk: { login: "clerk.bench", password: PASSWORD },
};

/** The schema, the units and who asks, and nothing else. */
export async function loadTenants(databaseUrl: string, authSecret: string): Promise<void> {
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  try {
    const units = await database.write(SCOPE, loadUnits);
    const passwordHash = await new Passwords(authSecret).hash(PASSWORD);
    await database.write(SCOPE, (session) => loadPeople(session, units, passwordHash));
  } finally {
    await database.close();
  }
}

/** Makes the schema and fills its tables, past the commands of the product: these would take hours. */
export async function load(
  databaseUrl: string,
  authSecret: string,
  tell: (what: string) => void,
): Promise<void> {
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  try {
    const units = await database.write(SCOPE, loadUnits);
    const passwordHash = await new Passwords(authSecret).hash(PASSWORD);
    await database.write(SCOPE, (session) => loadPeople(session, units, passwordHash));
    const filing = [...units.values()].filter((unit) => unit.filesReport);
    await loadReports(database, filing);
    tell("15,000 reports loaded; loading the ledgers");
    await loadLedgers(databaseUrl, filing.filter(keepsLedgers));
  } finally {
    await database.close();
  }
  await analyze(databaseUrl);
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

async function loadPeople(
  session: Session,
  units: ReadonlyMap<string, UnitRow>,
  passwordHash: string,
): Promise<void> {
  const [district, deriving] = [unitOf(units, DISTRICT), unitOf(units, DERIVING.unitCode)];
  const people = [
    { who: LOGINS.officer, home: district, role: "OFFICER", displayName: "样本·政务公开办" },
    { who: LOGINS.clerk, home: deriving, role: "CLERK", displayName: "样本·经办人" },
  ] as const;
  for (const { who, home, role, displayName } of people) {
    const user = { home, memberships: [{ unit: home, role }], login: who.login, displayName, passwordHash };
    await registerUser(session, user, new Date());
  }
}

function loadReports(database: Database, units: readonly UnitRow[]): Promise<void> {
  return database.write(SCOPE, async (session) => {
    for (const unit of units) {
      const years = unit.code === DERIVING.unitCode ? YEARS.filter((y) => y !== DERIVING.year) : YEARS;
      const rows = years.map((year) => reportRows(unit, year));
      await session.rows(REPORTS).insert(unit, ...rows.map(({ report }) => report));
      await session.rows(VERSIONS).insert(unit, ...rows.map(({ version }) => version));
      await session.rows(VERSION_DOCUMENTS).insert(unit, ...rows.map(({ document }) => document));
    }
  });
}

const ANALYZED = [
  UNITS,
  REPORTS,
  VERSIONS,
  VERSION_DOCUMENTS,
  INFORMATION_REQUESTS,
  HISTORY,
  REMEDIES,
  DISCLOSURES,
  SUPPLIED_COUNTS,
  PROPOSALS,
];

/** Statistics as after a night in production, not seconds after a load. */
async function analyze(databaseUrl: string): Promise<void> {
  const connection = await createConnection(databaseUrl);
  try {
    await connection.query(`analyze table ${ANALYZED.map(({ name }) => name).join(", ")}`);
  } finally {
    await connection.end();
  }
}
