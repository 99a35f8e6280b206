import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PAGE } from "../../seeds/demo-page.js";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "../../seeds/people.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  app = await startTestApp({ trustedProxies: 1, log: pino({ level: "info" }, { write }) });
});
afterAll(() => app.close());
beforeEach(() => lines.splice(0));

const ADDRESS = "203.0.113.7";
const from = { "x-forwarded-for": ADDRESS };
const said = (message: string) => lines.filter(({ msg }) => msg === message);
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
const signIn = (login: string, password: string) =>
  app.anonymous.query(SIGN_IN, { input: { login, password } }, from);

describe("the log of requests", () => {
  it("P6 names user, roles and their units, operation and address", async () => {
    const clerk = app.as("clerk.371003003");
    await clerk.query("{ viewer { user { login } } }");
    lines.splice(0);
    await clerk.query(
      `query Secret13800000000($code: String!) { ...a unit(code: $code) { name } } fragment a on Query { rules { code } ...b } fragment b on Query { viewer { user { id } } }`,
      { code: "371003003" },
      from,
    );
    expect(said("request")).toMatchObject([
      {
        user: "clerk.371003003",
        roles: ["CLERK 371003003"],
        operation: "query rules, viewer, unit",
        address: ADDRESS,
        status: 200,
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Secret|\$code|Bearer|ey[\w-]+\./);
  });

  it("P6 tells the public as nobody, and an unknown token by its address alone", async () => {
    await app.anonymous.query("{ rules { code } }", {}, from);
    await app.withToken("a.b.c").query("{ rules { code } }", {}, from);
    expect(said("request")).toMatchObject([
      { user: null, roles: [], operation: "query rules", address: ADDRESS, status: 200 },
      { address: ADDRESS, status: 401 },
    ]);
  });

  it("P6 tells of each sign-in, failure and lock-out, with the account where there is one, and no password", async () => {
    await signIn("reviewer.371003003", "wr0ng-password");
    await signIn("typed my passw0rd here", "wr0ng-password");
    for (let i = 0; i < 5; i += 1) await signIn("reviewer.371003003", "wr0ng-password");
    await signIn("officer.371003", DEMO_PASSWORD);
    const told = lines.filter(({ event }) => event !== undefined);
    expect(told.map(({ event, user, address }) => [event, user, address])).toEqual([
      ["SIGN_IN_FAILED", "reviewer.371003003", ADDRESS],
      ["SIGN_IN_FAILED", null, ADDRESS],
      ...Array.from({ length: 3 }, () => ["SIGN_IN_FAILED", "reviewer.371003003", ADDRESS]),
      ["LOCKED_OUT", "reviewer.371003003", ADDRESS],
      ["LOCKED_OUT", "reviewer.371003003", ADDRESS],
      ["SIGNED_IN", "officer.371003", ADDRESS],
    ]);
    const requests = new Set(said("request").map(({ requestId }) => requestId));
    expect(told.every(({ requestId }) => requests.has(requestId))).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/passw0rd|wr0ng|gongkai-demo/);
  });
});

describe("the page of a server without a demo", () => {
  it("P5 hands out no account, no password and no tab of the demo", async () => {
    expect((await app.request.get("/demo.json")).status).toBe(404);
    expect((await app.request.get("/ide/")).text).not.toContain(DEMO_PASSWORD);
  });

  it("P5 is built from sources that hold none, and import nothing from elsewhere", () => {
    const sources = readdirSync("src/ide").map((name) => join("src/ide", name));
    const secrets = [DEMO_PASSWORD, "371003", ...DEMO_PEOPLE.map(({ login }) => login)];
    for (const path of sources) {
      const text = readFileSync(path, "utf8");
      expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
      for (const [, target = ""] of text.matchAll(/from "(\.[^"]+)"/g))
        expect(relative("src/ide", join(dirname(path), target))).not.toMatch(/^\.\./);
    }
  });

  it("P5 a server with a demo hands them out beside the page", async () => {
    const demo = await startTestApp({ demoPage: DEMO_PAGE });
    const { status, body } = await demo.request.get("/demo.json");
    await demo.close();
    expect([status, body.password, body.tabs.length]).toEqual([200, DEMO_PASSWORD, 5]);
    expect(body.accounts.map(({ login }: { login: string }) => login)).toEqual(
      DEMO_PEOPLE.map(({ login }) => login),
    );
  });
});
