import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDivisions } from "../../seeds/national/divisions.js";
import { CannotLoad, loadNational } from "../../seeds/national/load.js";
import { nationalReport, NATIONAL_YEARS } from "../../seeds/national/reports.js";
import { nationalUnits } from "../../seeds/national/units.js";
import { openAppDatabase } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { areaSums } from "../../src/area-sums/index.js";
import { rebuildAllSums, verifySums } from "../../src/area-sums/api.js";
import { REPORTS, VERSION_DOCUMENTS, VERSIONS } from "../../src/reports/index.js";
import { UNITS } from "../../src/units/api.js";
import type { Database } from "../../src/platform/db/index.js";
import { createTestDatabaseUrl, databaseKind, type TestDatabase } from "../harness/database.js";

const TWO_PROVINCES = `11北京市
\t01市辖区
\t\t01东城区|001东华门街道|002景山街道
37山东省
\t10威海市
\t\t02环翠区|001环翠楼街道
\t\t03文登区|001龙山路街道|100文登营镇
`;
const UNITS_THAT_FILE = 3 * 14 + 5;
const SCOPE = TenantScope.system("a test");
const SILENT = { debug: () => undefined, warn: () => undefined };
const RECEIVED = "requests.received.total";

let file: TestDatabase;
beforeEach(async () => {
  file = await createTestDatabaseUrl();
});
afterEach(() => file.drop());

async function opened<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openAppDatabase({ databaseUrl: file.url }, SILENT);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const provinces = (database: Database) =>
  database.read(SCOPE, (session) =>
    areaSums(session, { kind: "PROVINCE", under: null, years: [2024], atLeast: "PUBLISHED", limit: 10 }),
  );

describe("the rows of the national seed", () => {
  it("fit the tables, and are the same at every run", async () => {
    const units = nationalUnits(parseDivisions(TWO_PROVINCES));
    const filing = units.filter(({ filesReport }) => filesReport);
    expect(filing).toHaveLength(UNITS_THAT_FILE);
    const reports = filing.map((unit, i) => ({ unit, rows: nationalReport(unit, 2024, i) }));
    expect(filing.map((unit, i) => nationalReport(unit, 2024, i))).toEqual(reports.map(({ rows }) => rows));
    await opened(async (database) => {
      await database.write(SCOPE, async (session) => {
        for (const unit of units) await session.rows(UNITS).insert(unit);
        for (const { unit, rows } of reports) {
          await session.rows(REPORTS).insert(unit, rows.report);
          await session.rows(VERSIONS).insert(unit, rows.version);
          await session.rows(VERSION_DOCUMENTS).insert(unit, rows.document);
        }
      });
      await rebuildAllSums(database);
      expect(await verifySums(database)).toEqual([]);
      expect((await provinces(database)).map(({ path, reports: count }) => [path, count])).toEqual([
        ["11/", 16],
        ["37/", 31],
      ]);
    });
  });
});

describe("seed:national", () => {
  const load = () => loadNational(file.url, parseDivisions(TWO_PROVINCES), () => undefined);
  const isServer = () => databaseKind() === "mysql";

  it("fills an empty database on a server, adds it up, and refuses anything else", async () => {
    if (isServer()) await load();
    await expect(load()).rejects.toThrow(CannotLoad);
    await opened(async (database) => {
      expect(await verifySums(database)).toEqual([]);
      const [units] = await database.read(SCOPE, (session) =>
        Promise.all([session.rows(UNITS).find({ filesReport: true })]),
      );
      expect(units).toHaveLength(isServer() ? UNITS_THAT_FILE : 0);
      // Where nothing was loaded, no server has added anything up yet.
      const counted = provinces(database).then((rows) => rows.map(({ reports }) => reports));
      if (isServer()) expect(await counted).toEqual([16, 31]);
      else await expect(counted).rejects.toMatchObject({ code: "UNAVAILABLE" });
    });
  });

  it("has reports whose requests add up", () => {
    for (const unit of nationalUnits(parseDivisions(TWO_PROVINCES)).filter(({ filesReport }) => filesReport))
      for (const year of NATIONAL_YEARS) {
        const { cells } = nationalReport(unit, year, 1).report;
        const total = (wanted: (code: string) => boolean): number =>
          Object.entries(cells)
            .filter(([code]) => code.startsWith("requests.") && wanted(code))
            .reduce((sum, [, { value }]) => sum + Number(value), 0);
        const received = (code: string) => code.startsWith("requests.received.");
        expect(total(received)).toBe(total((code) => !received(code)));
        expect(cells[RECEIVED]).toBeUndefined();
      }
  });
});
