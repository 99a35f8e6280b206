import type { DataSource, QueryRunner } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadUnits } from "../../seeds/load-register.js";
import { openAppDatabase } from "../../src/app/app-database.js";
import { registerUser } from "../../src/identity/api.js";
import { REPORTS } from "../../src/reports/report.entity.js";
import { sql, type Database, type Session } from "../../src/platform/db/index.js";
import { createTestDatabaseUrl, databaseKind, type TestDatabase } from "../harness/database.js";
import { mixturesAccepted, REFERRING, statementsRun } from "./fence-checks.js";
import { plantLedgers } from "./plant-ledgers.js";
import { plantQueries } from "./plant-queries.js";
import { plantReport } from "./plant.js";
import { SYSTEM, tenantTables, unitOf } from "./rows.js";
import { openSource } from "./source.js";

const CODES = ["371003003", "371002001"] as const;

let file: TestDatabase;
let database: Database;
let units: readonly [string, string];
const observed: string[] = [];

beforeAll(async () => {
  file = await createTestDatabaseUrl();
  const log = { debug: () => undefined, warn: () => undefined };
  database = await openAppDatabase({ databaseUrl: file.url }, log, {
    observe: (statement) => observed.push(statement),
  });
  await database.write(SYSTEM, (session) => loadUnits(session));
  // Of different years, so that nothing but the foreign keys stands between the two.
  for (const [i, unitCode] of CODES.entries()) {
    await plantReport(database, { unitCode, year: 2023 + i, status: "SUBMITTED" });
    await plantReport(database, { unitCode, year: 2023 + i, scope: "SYSTEM", status: "SUBMITTED" });
    await plantLedgers(database, unitCode);
    await plantQueries(database, unitCode, await ownerAt(unitCode));
  }
  const [mine, theirs] = await database.read(SYSTEM, async (session) => [
    await unitOf(session, CODES[0]),
    await unitOf(session, CODES[1]),
  ]);
  units = [mine?.id ?? "", theirs?.id ?? ""];
});
afterAll(async () => {
  await database.close();
  await file.drop();
});

const ownerAt = (code: string): Promise<string> =>
  database.write(SYSTEM, async (session) => {
    const home = await unitOf(session, code);
    const account = { login: `owner.${code}`, displayName: "某人", passwordHash: "-", home, memberships: [] };
    return (await registerUser(session, account, new Date(0)))?.id ?? "";
  });

async function withSource<T>(tripwire: boolean, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openSource(file.url, { tripwire });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

describe("fence 4: the tripwire", () => {
  it("refuses every statement on a tenant's table from a runner without a scope", async () => {
    expect(await withSource(true, statementsRun)).toEqual([]);
  });

  it("switched off, turns the check red", async () => {
    const leaks = await withSource(false, async (source) => {
      const found = await statementsRun(source);
      for (const { name } of tenantTables) await source.query(`drop table stolen_${name}`);
      return found;
    });
    expect(leaks).toHaveLength(tenantTables.length * 8);
  });

  it("lets the register of units and the shape of tables be, and says nothing of the statement", async () => {
    await withSource(true, async (source) => {
      expect(await source.query("select count(*) as n from units")).toHaveLength(1);
      await source.query("create index tripwire_test on findings (rule)");
      await source.query("alter table findings add column tripwire_test int null");
      const refused = source.query("select * from findings where explanation = 'secret'");
      await expect(refused).rejects.toThrow(/^a statement on a tenant's table outside a unit of work$/);
    });
    await withSource(false, async (source) => {
      await source.query(`drop index tripwire_test${databaseKind() === "sqlite" ? "" : " on findings"}`);
      await source.query("alter table findings drop column tripwire_test");
    });
  });

  it("stands in the product's own database, before each statement", async () => {
    observed.length = 0;
    await database.read(SYSTEM, (session) => session.rows(REPORTS).find({}));
    expect(observed.filter((statement) => statement.includes("reports")).length).toBeGreaterThan(0);
    let kept: Session | undefined;
    await database.read(SYSTEM, (session) => {
      kept = session;
      return Promise.resolve();
    });
    const late = async () => kept?.query(sql`select * from ${kept.from(REPORTS, "r")}`);
    await expect(late()).rejects.toThrow();
  });
});

describe("fence 5: the database itself", () => {
  const asRunner = <T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> =>
    withSource(false, async (source) => {
      const runner = source.createQueryRunner();
      try {
        return await work(runner);
      } finally {
        await runner.release();
      }
    });

  it("refuses a row that mixes two tenants, or that has none", async () => {
    expect(await asRunner((runner) => mixturesAccepted(runner, units))).toEqual([]);
    expect(await asRunner((runner) => mixturesAccepted(runner, [units[1], units[0]]))).toEqual([]);
  });

  it("switched off, turns the check red; a row without a unit is refused all the same", async () => {
    const off = databaseKind() === "sqlite" ? "pragma foreign_keys = off" : "set foreign_key_checks = 0";
    const leaks = await asRunner(async (runner) => {
      await runner.query(off);
      return mixturesAccepted(runner, units);
    });
    const moved = REFERRING.map((table) => `${table} moved`);
    expect(leaks.sort()).toEqual(["findings inserted", "remedies inserted", ...moved].sort());
  });
});
