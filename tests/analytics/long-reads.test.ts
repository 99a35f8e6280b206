import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Viewer } from "../../src/access/index.js";
import { REPORTS, VERSIONS } from "../../src/reports/index.js";
import { raw, sql, type Session, type Sql } from "../../src/platform/db/index.js";
import { UNITS } from "../../src/units/api.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const THOUSAND = raw("with recursive t(n) as (select 1 union all select n + 1 from t where n < 1000)");
/** A million rows to count: tens of milliseconds on either database. */
const LONG = sql`${THOUSAND} select count(*) as many from t a, t b`;
/** More than one piece, and not a whole number of them. */
const PIECES = sql`${THOUSAND} select a.n * 1000 + b.n as id, b.n / 3 as share, null as blank, '公开' as word
  from t a, t b where a.n <= 3 order by a.n, b.n limit 2500`;

const both = async <T>(work: (session: Session) => Promise<T>): Promise<[long: T, short: T]> => [
  await app.app.database.longRead(SYSTEM, work),
  await app.app.database.read(SYSTEM, work),
];
const rowsOf = (statement: Sql) => (session: Session) => session.query<object>(statement);

describe("O2 a long read", () => {
  it("keeps no short one waiting, nor a save", async () => {
    const { database } = app.app;
    const done: string[] = [];
    const long = database.longRead(SYSTEM, rowsOf(LONG)).then(() => done.push("long"));
    await database.read(SYSTEM, rowsOf(sql`select 1`));
    done.push("short");
    await database.write(SYSTEM, (session) =>
      session.rows(UNITS).update({ code: "371003003" }, { revision: 7 }),
    );
    done.push("save");
    await long;
    expect(done).toEqual(["short", "save", "long"]);
  });

  it("gives the same rows, however many pieces they come in", async () => {
    const [long, short] = await both(rowsOf(PIECES));
    expect(long).toHaveLength(2500);
    expect(long).toEqual(short);
    const [none, nothing] = await both(rowsOf(sql`select 1 as one from units where 0=1`));
    expect([none, nothing]).toEqual([[], []]);
  });

  it("gives the same bytes, and reads through tables as well as by statements", async () => {
    const [long, short] = await both((session) =>
      session.query<{ cells: Uint8Array }>(
        sql`select v.cells from ${session.from(VERSIONS, "v")} order by v.id`,
      ),
    );
    expect(long.length).toBeGreaterThan(3);
    expect(long.map(({ cells }) => [...cells])).toEqual(short.map(({ cells }) => [...cells]));
    const [found, known] = await both((session) =>
      session.rows(UNITS).find({ code: ["371003003", "371003"] }),
    );
    expect(found).toEqual(known);
    expect(found).toHaveLength(2);
  });

  it("sees what was saved before it began", async () => {
    for (const revision of [8, 9]) {
      await app.app.database.write(SYSTEM, (session) =>
        session.rows(UNITS).update({ code: "371003003" }, { revision }),
      );
      const unit = await app.app.database.longRead(SYSTEM, (session) => unitOf(session, "371003003"));
      expect(unit.revision).toBe(revision);
    }
  });

  it("stays within the same fences", async () => {
    const clerk = await app.app.database.read(SYSTEM, async (session) => {
      const { id, path } = await unitOf(session, "371003104");
      return new Viewer(null, [{ unit: { id, path }, role: "CLERK" }]);
    });
    const unpublished = (session: Session) =>
      session.query<{ unitId: string }>(
        sql`select distinct r.unit_id as unitId from ${session.from(REPORTS, "r")} where r.status <> 'PUBLISHED'`,
      );
    const seen = await app.app.database.longRead(clerk.scope, unpublished);
    expect(seen).toEqual(await app.app.database.read(clerk.scope, unpublished));
    expect(seen.every(({ unitId }) => unitId === clerk.memberships[0]?.unit.id)).toBe(true);
    const all = await app.app.database.longRead(SYSTEM, unpublished);
    expect(all.length).toBeGreaterThan(seen.length);
    await expect(
      app.app.database.longRead(SYSTEM, rowsOf(sql`select * from report_versions`)),
    ).rejects.toThrow("belongs to tenants");
  });

  it("that fails says why, and the next one is served", async () => {
    await expect(app.app.database.longRead(SYSTEM, rowsOf(sql`select nonsense`))).rejects.toThrow(/nonsense/);
    expect(await app.app.database.longRead(SYSTEM, rowsOf(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });
});
