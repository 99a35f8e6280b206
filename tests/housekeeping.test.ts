import { afterAll, beforeAll, expect, it } from "vitest";
import { sweep } from "../src/app/housekeeping.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import { raw, sql } from "../src/platform/db/index.js";
import { startTestApp, type TestApp } from "./harness/app.js";

const DAY_MS = 86_400_000;
let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const rowsIn = (table: string): Promise<number> =>
  app.app.database.read(TenantScope.system("test"), async (session) => {
    const [found] = await session.query<{ n: number }>(sql`select count(*) as n from ${raw(table)}`);
    return Number(found?.n);
  });

const counts = async () => [
  await rowsIn("sessions"),
  await rowsIn("sign_in_throttles"),
  await rowsIn("idempotency_keys"),
];

it("sweeps what has expired, and nothing sooner", async () => {
  const save = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { report { id } } }`;
  const input = { unitCode: "371003003", year: 2025, idempotencyKey: "once" };
  expect((await app.as("clerk.371003003").query(save, { input })).errors).toBeUndefined();
  const guess = `mutation { signIn(input: { login: "nobody", password: "wrong-password" }) { token } }`;
  await app.anonymous.query(guess);
  const before = await counts();
  expect(before.every((count) => count > 0)).toBe(true);

  await sweep(app.app.database, app.clock);
  expect(await counts()).toEqual(before);

  app.clock.advance(2 * DAY_MS);
  await sweep(app.app.database, app.clock);
  expect(await counts()).toEqual([0, 0, 1]);

  app.clock.advance(6 * DAY_MS);
  await sweep(app.app.database, app.clock);
  expect(await counts()).toEqual([0, 0, 0]);
});
