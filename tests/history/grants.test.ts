import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "../../src/app/app-database.js";
import { pruneHistory, sealHistory, verifyHistory } from "../../src/history/api.js";
import { HISTORY } from "../../src/history/index.js";
import { grantService } from "../../src/platform/db/index.js";
import { databaseKind } from "../harness/database.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { received, stepped } from "../ledgers/request-steps.js";
import { newOffice } from "../reports/factories.js";

const SERVICE = "serves_only";

/** The same database as the user that the server has in production. A file of SQLite has no users. */
async function asService(databaseUrl: string): Promise<string> {
  if (databaseKind() === "sqlite") return databaseUrl;
  const root = await mysql.createConnection(databaseUrl);
  await root.query(`drop user if exists '${SERVICE}'@'%'`);
  await root.query(`create user '${SERVICE}'@'%' identified by '${SERVICE}'`);
  await root.end();
  await grantService(databaseUrl, SERVICE, TABLES);
  const url = new URL(databaseUrl);
  [url.username, url.password] = [SERVICE, SERVICE];
  return url.href;
}

/** Past the program, with the server's own password. */
async function refusedDirectly(table: string): Promise<void> {
  const service = await mysql.createConnection(app.config.databaseUrl);
  try {
    for (const statement of [`update ${table} set hash = ''`, `delete from ${table}`, `drop table ${table}`])
      await expect(service.query(statement)).rejects.toThrow("denied");
  } finally {
    await service.end();
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ through: asService });
});
afterAll(() => app.close());

describe("the server under the user that it is granted", () => {
  it("serves: units, people, a case from receipt to decision, the seal and its verification", async () => {
    const office = await newOffice(app);
    const request = await received(office.clerk, office.code, { applicant: { name: "李某" } });
    await stepped(office.clerk, "decideRequest", request);
    // Sign-ins may be pruned in time, all but a unit's last entry.
    for (const login of ["clerk.371003104", "reviewer.371003104"])
      await app.as(login).query("{ viewer { user { id } } }");
    expect(await sealHistory(app.app.database, SYSTEM, app.clock.now())).toMatchObject({ number: 1 });
    expect((await verifyHistory(app.app.database, SYSTEM)).faults).toEqual([]);
  });

  it("changes and deletes nothing of the history, whoever asks", async () => {
    const { database } = app.app;
    for (const table of TABLES.filter(({ appendOnly }) => appendOnly === true)) {
      const within = database.write(SYSTEM, (session) => session.rows(table as typeof HISTORY).delete({}));
      await expect(within).rejects.toThrow("only ever added");
      if (databaseKind() === "mysql") await refusedDirectly(table.name);
    }
    const rows = () => database.read(SYSTEM, (session) => session.rows(HISTORY).find({}));
    const before = await rows();
    const inTwoYears = { now: new Date(app.clock.now().getTime() + 730 * 86_400_000), days: 184 };
    const pruned = pruneHistory(database, SYSTEM, inTwoYears);
    if (databaseKind() === "mysql") {
      await expect(pruned).rejects.toThrow();
      expect(await rows()).toEqual(before);
    } else expect((await pruned).entries).toBeGreaterThan(0);
  });
});
