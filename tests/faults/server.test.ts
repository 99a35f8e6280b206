import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { raw } from "../../src/platform/db/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { databaseKind } from "../harness/database.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { newOffice, type Office } from "../reports/factories.js";
import { openGate, type Gate } from "./gate.js";
import { readOutside } from "./outsider.js";

let gate: Gate;
let app: TestApp;
let office: Office;
let direct: string;
beforeAll(async () => {
  app = await startTestApp({
    databaseLimits: { statement: 1, lockWait: 1, patience: 1, probe: 1 },
    through: async (url) => {
      direct = url;
      return (gate = await openGate(url)).url;
    },
  });
  office = await newOffice(app);
});
afterAll(async () => {
  gate.open();
  await gate.say("set global read_only = 0");
  await app.close();
  await gate.close();
});

const receive = (more: object = {}): Promise<Answer> =>
  office.clerk.query(RECEIVE, { input: newRequest(office.code, more) });
const stored = (subject: string) =>
  readOutside<{ n: number }>(
    direct,
    `select count(*) as n from information_requests where subject = '${subject}'`,
  ).then(([row]) => Number(row?.n));
const codesOf = (answers: readonly Answer[]) =>
  answers.map(({ status, errors }) => [status, errors?.[0]?.extensions["code"] ?? null]);

/** A file has no server that could be strange, change its role or be cut off: everything goes through there. */
const FAILS = databaseKind() === "mysql";
const refused = FAILS ? [503, "UNAVAILABLE"] : [200, null];

it("D2 the server's own modes mean nothing: texts stay texts, and stay as they are", async () => {
  for (const subject of ["反斜线 \\", "\\' or 1=1 -- x", '引号 " 和 \\" 和 \'', "末尾 \\'"]) {
    const { data, errors } = await receive({ subject });
    expect([errors, data?.receiveRequest.request.subject]).toEqual([undefined, subject]);
    const search = `query ($unit: String!, $text: String) { unit(code: $unit) { requests(filter: { text: $text }) { nodes { subject } } } }`;
    const found = await office.clerk.query(search, { unit: office.code, text: subject });
    expect(found.data.unit.requests.nodes).toEqual([{ subject }]);
  }
});

it("D2 each connection has our modes, time zone, isolation and waits, whichever the server has", async () => {
  const statement = FAILS
    ? "select @@sql_mode as mode, @@time_zone as zone, @@tx_isolation as isolation, @@autocommit as autocommit, @@innodb_lock_wait_timeout as wait"
    : "select 'file' as mode";
  const seen = await Promise.all(
    Array.from({ length: 12 }, () =>
      app.app.database.read(SYSTEM, (session) => session.query<Record<string, unknown>>(raw(statement))),
    ),
  );
  const modes = seen.map(([row]) => row);
  const OURS = { zone: "+00:00", isolation: "READ-COMMITTED", autocommit: "1", wait: "1" };
  for (const row of modes) {
    expect(row).toMatchObject(FAILS ? OURS : { mode: "file" });
    expect(row?.["mode"]).not.toContain("NO_BACKSLASH_ESCAPES");
  }
});

it("D3 a server that became read-only is told, and left as soon as another one is there", async () => {
  await gate.say("set global read_only = 1");
  const told = await receive({ subject: "只读" });
  const health = await app.app.health.look();
  await gate.say("set global read_only = 0");
  expect(codesOf([told])).toEqual([refused]);
  expect(health.status).toBe(FAILS ? "degraded" : "ok");
  expect(await stored("只读")).toBe(FAILS ? 0 : 1);
  expect(codesOf([await receive(), await receive()])).toEqual([
    [200, null],
    [200, null],
  ]);
  expect((await app.app.health.look()).status).toBe("ok");
});

it("D6 out of reach it is UNAVAILABLE, 503, Retry-After: reads, saves, sign-in; and well again at once", async () => {
  const board = `{ filingBoard(under: "371003", year: 2025) { coverage { expected } } }`;
  const signIn = `mutation { signIn(input: { login: "clerk.371003003", password: "${DEMO_PASSWORD}" }) { token } }`;
  gate.shut();
  const answers = [
    await app.anonymous.query(board),
    await office.clerk.query(board),
    await receive(),
    await app.anonymous.query(signIn),
  ];
  const post = await app.request.post("/graphql").send({ query: board });
  await app.app.health.look();
  const health = await app.request.get("/healthz");
  gate.open();
  expect(codesOf(answers)).toEqual([refused, refused, refused, refused]);
  expect([post.status, post.headers["retry-after"]]).toEqual(FAILS ? [503, "5"] : [200, undefined]);
  expect([health.status, health.body.status]).toEqual(FAILS ? [503, "down"] : [200, "ok"]);
  expect(
    codesOf([await app.anonymous.query(board), await receive(), await app.anonymous.query(signIn)]),
  ).toEqual(Array(3).fill([200, null]));
  expect((await app.app.health.look()).status).toBe("ok");
});

it("D5 cut after the commit was sent: told that it may be saved, never done twice, found by its key", async () => {
  const input = { subject: "已发提交", idempotencyKey: "cut after commit" };
  await receive();
  gate.cutAfterCommit();
  const first = await receive(input);
  expect(codesOf([first])).toEqual([refused]);
  if (FAILS) expect(first.errors?.[0]?.message).toContain("可能已保存");
  const again = await receive(input);
  expect(codesOf([again])).toEqual([[200, null]]);
  expect(await stored("已发提交")).toBe(1);
});

it("D6 a link that swallows everything is given up, and nothing is saved", async () => {
  gate.stall();
  const told = await receive({ subject: "无回音" });
  gate.open();
  expect(codesOf([told])).toEqual([refused]);
  expect(await stored("无回音")).toBe(FAILS ? 0 : 1);
  expect(codesOf([await receive()])).toEqual([[200, null]]);
});
