import { createConnection, type Connection } from "mysql2/promise";
import { randomFor } from "../seeds/random.js";
import { openAppDatabase } from "../src/app-database.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import { Passwords, registerUser } from "../src/modules/identity/index.js";
import { formatOfYear, pack, type Format } from "../src/modules/reports/index.js";
import { benchUnits, DISTRICT, idOf, YEARS, type BenchUnit } from "./district.js";

const ROWS_A_STATEMENT = 500;
const CELLS_NOT_ZERO = 20;
const PARAGRAPH =
  "本年度，本机关认真贯彻落实政府信息公开条例，主动公开政府信息，依法办理政府信息公开申请。".repeat(4);
const SECTIONS = JSON.stringify({
  INTRODUCTION: PARAGRAPH,
  OVERVIEW: PARAGRAPH,
  PROBLEMS: PARAGRAPH,
  OTHER_MATTERS: PARAGRAPH,
});

export interface Officer {
  readonly login: string;
  readonly password: string;
}

const SILENT = { debug: () => undefined, warn: () => undefined };
const OFFICER: Officer = { login: "officer.bench", password: "a password of the bench" };

/** Makes the schema and fills it, past the product's commands: these would take a quarter of an hour. */
export async function load(databaseUrl: string, authSecret: string): Promise<Officer> {
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  const connection = await createConnection(databaseUrl);
  try {
    const units = benchUnits();
    await new Tables(connection).fill(units);
    const passwordHash = await new Passwords(authSecret).hash(OFFICER.password);
    const unit = units.find(({ code }) => code === DISTRICT);
    if (!unit) throw new Error("the district is among the units");
    const memberships = [{ unit, role: "OFFICER" as const }];
    await database.write(TenantScope.system("bench"), (session) =>
      registerUser(
        session,
        { home: unit, memberships, login: OFFICER.login, displayName: "样本", passwordHash },
        new Date(),
      ),
    );
    return OFFICER;
  } finally {
    await connection.end();
    await database.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

/** One report as the rows that it consists of. */
interface ReportRows {
  readonly report: Row;
  readonly version: Row;
  readonly document: Row;
}

class Tables {
  constructor(private readonly connection: Connection) {}

  async fill(units: readonly BenchUnit[]): Promise<void> {
    await this.#insert("units", units.map(unitRow));
    const filing = units.filter((unit) => unit.filesReport);
    for (const year of YEARS) {
      const reports = filing.map((unit) => reportRows(unit, year));
      for (const table of ["report", "version", "document"] as const)
        await this.#insert(
          TABLE_NAMES[table],
          reports.map((rows) => rows[table]),
        );
    }
    // As after a night in production, not seconds after a bulk load.
    await this.connection.query("analyze table units, reports, report_versions, version_documents");
  }

  async #insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
      const values = rows
        .slice(at, at + ROWS_A_STATEMENT)
        .map((row) => columns.map((column) => row[column] ?? null));
      await this.connection.query("insert into ?? (??) values ?", [table, columns, values]);
    }
  }
}

const TABLE_NAMES = { report: "reports", version: "report_versions", document: "version_documents" } as const;

const unitRow = ({ id, code, name, kind, parentId, path, filesReport }: BenchUnit): Row => ({
  id,
  code,
  name,
  short_name: name,
  aliases: "[]",
  kind,
  parent_id: parentId,
  path,
  files_report: filesReport,
  revision: 1,
});

function reportRows(unit: BenchUnit, year: number): ReportRows {
  const format = formatOfYear(year);
  if (!format) throw new Error(`no form for ${year}`);
  const values = valuesOf(format, unit, year);
  const [reportId, versionId] = [idOf("report", unit.code, year), idOf("version", unit.code, year)];
  const shared = {
    unit_id: unit.id,
    year,
    scope: "OWN",
    format: format.code,
    status: "PUBLISHED",
    revision: 5,
    unit_name: unit.name,
    signed_on: `${year + 1}-01-20`,
    due_on: `${year + 1}-01-31`,
    submitted_at: `${year + 1}-01-21T02:00:00.000Z`,
    published_at: `${year + 1}-01-28T02:00:00.000Z`,
  };
  const cells = JSON.stringify(draftOf(format, values));
  return {
    report: { ...shared, id: reportId, cells, sections: SECTIONS, latest_version: 1 },
    version: {
      ...shared,
      id: versionId,
      report_id: reportId,
      unit_path: unit.path,
      number: 1,
      cells: Buffer.from(pack(format, values)),
    },
    document: {
      version_id: versionId,
      unit_id: unit.id,
      sections: SECTIONS,
      sources: "E".repeat(format.cells.length),
    },
  };
}

/** About 20 cells that are not zero, mostly small; a real report is no fuller. */
function valuesOf(format: Format, unit: BenchUnit, year: number): number[] {
  const random = randomFor(unit.code, year);
  const values = format.cells.map(() => 0);
  for (let n = 0; n < CELLS_NOT_ZERO; n++) {
    const cell = format.cells[random.between(0, values.length - 1)];
    if (cell) values[cell.position] = random.between(1, random.chance(0.1) ? 5_000 : 60) * 10 ** cell.scale;
  }
  return values;
}

const draftOf = (format: Format, values: readonly number[]): object =>
  Object.fromEntries(
    format.cells
      .filter(({ position }) => values[position] !== 0)
      .map(({ code, position, scale }) => [
        code,
        { value: String((values[position] ?? 0) / 10 ** scale), source: "ENTERED" },
      ]),
  );
