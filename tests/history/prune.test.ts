import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pruneHistory, sealHistory, verifyHistory } from "../../src/history/api.js";
import { HISTORY, type HistoryRow } from "../../src/history/index.js";
import { openSource } from "../access/source.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { received, requestNode, stepped, type InformationRequest } from "../ledgers/request-steps.js";
import { newOffice, type Office } from "../reports/factories.js";

const BEGINNING = new Date("2026-01-20T09:00:00+08:00");
const daysOn = (days: number): Date => new Date(BEGINNING.getTime() + days * 86_400_000);

let app: TestApp;
let office: Office;
let request: InformationRequest;
let source: DataSource;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
  request = await received(office.clerk, office.code, { applicant: { name: "李某" } });
  await read();
  await stepped(office.clerk, "extendRequest", request, {
    days: 10,
    approver: "王局长",
    toldOn: "2026-01-20",
  });
  await read();
  source = await openSource(app.config.databaseUrl, { tripwire: false });
});
afterAll(async () => {
  await source.destroy();
  await app.close();
});

const read = (): Promise<unknown> =>
  office.clerk.query(
    "query ($id: ID!) { node(id: $id) { ... on InformationRequest { applicant { name } } } }",
    {
      id: request.id,
    },
  );
const seal = (days: number): Promise<unknown> => sealHistory(app.app.database, SYSTEM, daysOn(days));
const prune = (days: number, kept = 184) =>
  pruneHistory(app.app.database, SYSTEM, { now: daysOn(days), days: kept });
const faults = async (): Promise<unknown[]> => [...(await verifyHistory(app.app.database, SYSTEM)).faults];
const chain = (): Promise<HistoryRow[]> =>
  app.app.database.read(SYSTEM, async (session) =>
    session
      .rows(HISTORY)
      .find({ unitId: (await unitOf(session, office.code)).id }, { orderBy: { seq: "ASC" } }),
  );

describe("pruning the history", () => {
  it("takes nothing before it is sealed, nor before its time is over", async () => {
    expect(await prune(300)).toEqual({ units: 0, entries: 0, faulty: [] });
    await seal(1);
    expect(await prune(1 + 183)).toEqual({ units: 0, entries: 0, faulty: [] });
    expect(await prune(1 + 184, 400)).toEqual({ units: 0, entries: 0, faulty: [] });
    expect(await faults()).toEqual([]);
  });

  it("takes readings and sign-ins, keeps the steps of records, says so, and is verified", async () => {
    const before = await chain();
    const node = await requestNode(office.clerk, request.id);
    await seal(100);
    const done = await prune(1 + 184);
    expect(done.faulty).toEqual([]);
    expect(done.units).toBeGreaterThan(0);
    const after = await chain();
    const gone = before.filter(({ seq }) => !after.some((one) => one.seq === seq));
    expect(gone.length).toBeGreaterThan(1);
    for (const { subjectType, operation } of gone)
      expect(subjectType === "User" || operation === "readApplicant").toBe(true);
    const steps = (rows: HistoryRow[]) => rows.filter(({ revision }) => revision !== null);
    expect(steps(after)).toEqual(steps(before));
    expect(after.at(-1)).toMatchObject({ operation: "pruneHistory", actor: null, readers: "AUDIT" });
    expect(JSON.parse(after.at(-1)?.details ?? "")).toMatchObject({ entries: gone.length, days: 184 });
    expect(await faults()).toEqual([]);
    expect(await requestNode(office.clerk, request.id)).toEqual(node);
  });

  it("goes on from there: sealed again, added to, pruned again, whole", async () => {
    await stepped(office.clerk, "decideRequest", request);
    await read();
    await stepped(office.clerk, "serveRequest", { id: request.id });
    await seal(200);
    expect(await faults()).toEqual([]);
    const done = await prune(200 + 184);
    expect(done.entries).toBeGreaterThan(0);
    expect((await prune(200 + 184)).entries).toBe(0);
    await seal(400);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ["a step", "delete from history where unit_id = ? and seq = ?"],
    ["what became of a gap", "update history_gaps set hash = previous where unit_id = ? and from_seq <= ?"],
    ["a gap", "delete from history_gaps where unit_id = ? and from_seq <= ?"],
  ])("leaves alone, and calls tampering, where somebody changed %s", async (_what, tamper) => {
    const [{ unitId = "", seq = 0 } = {}] = (await chain()).filter(({ revision }) => revision !== null);
    const tables = ["history", "history_gaps"] as const;
    const stored = await Promise.all(
      tables.map((table): Promise<Record<string, unknown>[]> =>
        source.query(`select * from ${table} where unit_id = ?`, [unitId]),
      ),
    );
    const [gap] = stored[1] ?? [];
    await source.query(tamper, [unitId, tamper.includes("history_gaps") ? gap?.["from_seq"] : seq]);
    expect((await faults()).length).toBeGreaterThan(0);
    expect((await prune(900)).faulty).toContain(unitId);
    for (const [i, table] of tables.entries()) {
      await source.query(`delete from ${table} where unit_id = ?`, [unitId]);
      for (const row of stored[i] ?? []) {
        const names = Object.keys(row);
        const marks = names.map(() => "?").join(", ");
        await source.query(
          `insert into ${table} (${names.join(", ")}) values (${marks})`,
          Object.values(row),
        );
      }
    }
    expect(await faults()).toEqual([]);
  });

  it("is the operator's alone", async () => {
    const { acting } = SYSTEM;
    expect(acting).toEqual({ all: true });
    const clerk = app.app.identity.viewerOf(`Bearer ${office.clerk.token ?? ""}`);
    const { scope } = await clerk;
    const unitId = (await chain())[0]?.unitId ?? "";
    const tried = app.app.database.write(scope, (session) => session.rows(HISTORY).prune({ unitId }));
    await expect(tried).rejects.toThrow("only the operator prunes");
  });
});
