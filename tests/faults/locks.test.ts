import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app/app.js";
import { openAppDatabase } from "../../src/app/app-database.js";
import { sweep } from "../../src/app/housekeeping.js";
import { rebuildAllSums } from "../../src/area-sums/api.js";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { databaseKind } from "../harness/database.js";
import { newOffice, type Office } from "../reports/factories.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { lockHealth, lockOutside, readOutside } from "./outsider.js";

const PATIENCE = 1;
let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp({ databaseLimits: { lockWait: 1, patience: PATIENCE } });
  office = await newOffice(app);
});
afterAll(() => app.close());

const receive = (more: object = {}): Promise<Answer> =>
  office.clerk.query(RECEIVE, { input: newRequest(office.code, more) });
const board = (): Promise<Answer> =>
  app.anonymous.query(`{ filingBoard(under: "371003", year: 2025) { coverage { expected } } }`);
const stored = async ({ config } = app): Promise<number> => {
  const [row] = await readOutside<{ n: number }>(
    config.databaseUrl,
    "select count(*) as n from information_requests",
  );
  return Number(row?.n);
};

describe("D1 D4 a lock that somebody else holds", () => {
  it("D1 is waited for, and the save is there for others to read", async () => {
    const before = await stored();
    const letGo = await lockOutside(app.config.databaseUrl, office.code);
    const saving = receive();
    await sleep(150);
    const meanwhile = await board();
    await letGo();
    expect(meanwhile.errors).toBeUndefined();
    const { data, errors } = await saving;
    expect([errors, data.receiveRequest.problems]).toEqual([undefined, []]);
    expect(await stored()).toBe(before + 1);
  });

  it("D4 beyond patience is told in its own words, reads go on meanwhile, and nothing was saved", async () => {
    const before = await stored();
    const letGo = await lockOutside(app.config.databaseUrl, office.code);
    const saving = Promise.all(Array.from({ length: 10 }, () => receive()));
    const boards = [await board(), await board(), await board()];
    const answers = await saving;
    await letGo();
    expect(boards.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    for (const { status, errors } of answers) {
      expect([status, errors?.[0]?.extensions["code"]]).toEqual([503, "UNAVAILABLE"]);
      expect(["他人正在保存同一内容，请稍后再试", "系统繁忙，请稍后再试"]).toContain(errors?.[0]?.message);
    }
    expect(answers.map(({ errors }) => errors?.[0]?.message)).toContain("他人正在保存同一内容，请稍后再试");
    expect(await stored()).toBe(before);
  });

  it("D1 once it is gone, everything works again: saves, sign-in, health, what is read is not stale", async () => {
    const before = await stored();
    expect((await receive()).errors).toBeUndefined();
    expect(await stored()).toBe(before + 1);
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
    const input = { login: "clerk.371003003", password: DEMO_PASSWORD };
    expect((await app.anonymous.query(signIn, { input })).data.signIn.token).not.toBeNull();
    expect(await app.app.health.look()).toEqual({ status: "ok", reads: true, writes: true });
  });

  it("D1 a health check that cannot write tells it, and that reads work", async () => {
    const letGo = await lockHealth(app.config.databaseUrl);
    const found = await app.app.health.look();
    const { status, body } = await app.request.get("/healthz");
    await letGo();
    expect(found).toEqual({ status: "degraded", reads: true, writes: false });
    expect([status, body]).toEqual([200, { status: "degraded", reads: true, writes: false }]);
    expect((await app.app.health.look()).status).toBe("ok");
  });
});

describe("D1 a busy server and the operator's commands", () => {
  it("both succeed: another process writes again and again while clerks save", async () => {
    const busy = await startTestApp();
    const { clerk, code } = await newOffice(busy);
    const quiet = { debug: () => undefined, warn: () => undefined };
    const beside = await openAppDatabase(busy.config, quiet);
    let saved = false;
    const rebuilding = (async () => {
      let times = 0;
      for (; !saved; times++) {
        await rebuildAllSums(beside);
        await sweep(beside, busy.clock);
      }
      return times;
    })();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => clerk.query(RECEIVE, { input: newRequest(code) })),
    );
    saved = true;
    expect(await rebuilding).toBeGreaterThan(1);
    await beside.close();
    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    expect(await stored(busy)).toBe(30);
    await busy.close();
  });
});

describe("a second server", () => {
  const start = (databaseUrl = app.config.databaseUrl) =>
    createApp({ config: { ...app.config, databaseUrl }, log: pino({ level: "silent" }), clock: app.clock });
  const EXPECTED = {
    sqlite: expect.stringMatching(
      /^DATABASE_URL: 已有一个服务器在使用数据库文件 .* · another server is using/,
    ),
    mysql: "started",
  }[databaseKind()];

  it("D1 is told plainly that a SQLite file has its server; MySQL and MariaDB serve many", async () => {
    const told = await start().then(
      async (second) => {
        await second.close();
        return "started";
      },
      (error: Error) => error.message,
    );
    expect(told).toEqual(EXPECTED);
  });
});
