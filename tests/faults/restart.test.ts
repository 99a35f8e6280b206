import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pino } from "pino";
import supertest from "supertest";
import { createApp, type App } from "../../src/app/app.js";
import { demoReports } from "../../seeds/reports.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { changeOutside } from "./outsider.js";

let first: TestApp;
let running: App | null;
beforeAll(async () => {
  first = await startTestApp({
    seed: demoReports().filter(({ unitCode, year }) => unitCode === "371003003" && year === 2023),
  });
  const input = newRequest("371003003");
  const { errors } = await first.as("clerk.371003003").query(RECEIVE, { input });
  expect(errors).toBeUndefined();
  running = first.app;
});
afterAll(async () => {
  await running?.close();
  await first.drop();
});

const restart = async (config: object = {}): Promise<App> => {
  await running?.close();
  running = null;
  const options = { log: pino({ level: "silent" }), clock: first.clock };
  return (running = await createApp({ config: { ...first.config, ...config }, ...options }));
};
const change = (statement: string) => changeOutside(first.config.databaseUrl, statement);

describe("D8 a database and the key of its personal data", () => {
  const refused = async () =>
    restart({ personalDataKey: "a third secret, and not the one it was" }).then(
      () => "started",
      (error: Error) => error.message,
    );
  const WORDS = /^PERSONAL_DATA_KEY: 与此数据库中个人信息所用的密钥不同.* · not the key that/;

  it("D8 refuses another key at the start, in plain words", async () => {
    expect(await refused()).toMatch(WORDS);
  });

  it("D8 refuses it too where a backup is from before the key was kept", async () => {
    await change("delete from installation_facts where id = 'personal data key'");
    expect(await refused()).toMatch(WORDS);
  });

  it("D8 starts with the right one, and keeps it anew", async () => {
    await restart();
    expect(await refused()).toMatch(WORDS);
    await restart();
  });
});

describe("D9 the areas' sums after an upgrade", () => {
  const sums = async () => {
    const query = `{ areaSums(by: DISTRICT, years: [2023], indicators: ["requests.received.total"]) {
      rows { keys values } } }`;
    if (!running) throw new Error("no server is running");
    await running.http.ready();
    const { status, body } = await supertest(running.http.server).post("/graphql").send({ query });
    return { status, code: body.errors?.[0]?.extensions.code, rows: body.data?.areaSums.rows };
  };

  it("D9 are UNAVAILABLE until they are there, and added up by the server itself", async () => {
    await restart();
    const right = await sums();
    expect(right.status).toBe(200);
    expect(right.rows).toContainEqual(expect.objectContaining({ values: expect.any(Array) }));

    await change("delete from report_sums");
    await change("delete from installation_facts where id = 'report sums'");
    expect(await sums()).toMatchObject({ status: 503, code: "UNAVAILABLE" });

    await restart();
    await restart();
    expect(await sums()).toEqual(right);
  });
});
