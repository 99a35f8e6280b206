import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REPORTS } from "../../src/reports/report.entity.js";
import { holdUnit } from "../../src/units/index.js";
import { UNITS } from "../../src/units/api.js";
import { unitOf, SYSTEM } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { newOffice, type Office } from "../reports/factories.js";
import { readOutside } from "./outsider.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

const heldTimes = async (): Promise<number> => {
  const [row] = await readOutside<{ held: number }>(
    app.config.databaseUrl,
    `select held from units where code = '${office.code}'`,
  );
  return Number(row?.held);
};

it("D10 whoever holds a unit changes a value of it, so that two of them meet on a cluster too", async () => {
  const before = await heldTimes();
  const hold = () =>
    app.app.database.write(SYSTEM, async (session) => holdUnit(session, await unitOf(session, office.code)));
  await Promise.all([hold(), hold(), hold()]);
  expect(await heldTimes()).toBe(before + 3);
});

it("D10 a hold is undone with its transaction, and reaches nothing outside of the scope", async () => {
  const before = await heldTimes();
  const undone = app.app.database.write(SYSTEM, async (session) => {
    await session.hold(UNITS, { code: office.code });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  await app.app.database.write(SYSTEM, (session) => session.hold(REPORTS, { id: "nobody's" }));
  expect(await heldTimes()).toBe(before);
});

it("D10 no command locks by an update that changes nothing", async () => {
  app.statements();
  await office.clerk.query(RECEIVE, { input: newRequest(office.code) });
  expect(app.statements().filter((s) => /set "?`?(\w+)"?`? = "?`?\1"?`?(?!\w| \+)/i.test(s))).toEqual([]);
});

it("O4 what was asked cannot be guessed back from the hash that is kept of it", async () => {
  const input = newRequest(office.code, { applicant: { name: "王某", contact: "13800138000" } });
  const idempotencyKey = "guess me";
  await office.clerk.query(RECEIVE, { input: { ...input, idempotencyKey } });
  const rows = await readOutside<{ id: string; request_hash: string }>(
    app.config.databaseUrl,
    "select id, request_hash from idempotency_keys",
  );
  expect(rows.length).toBeGreaterThan(0);
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const asked = JSON.stringify(input, sorted);
  // Plain, and keyed by what anybody knows.
  const guesses = [createHash("sha256"), createHmac("sha256", ""), createHmac("sha256", "idempotency")];
  for (const guess of guesses.map((hash) => hash.update(asked).digest("base64url")))
    expect(rows.flatMap((row) => [row.id, row.request_hash])).not.toContain(guess);
  const again = await office.clerk.query(RECEIVE, { input: { ...input, idempotencyKey } });
  expect(again.data.receiveRequest.request.number).toBeDefined();
});
