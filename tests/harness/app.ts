import { pino, type Logger } from "pino";
import request from "supertest";
import { seedDemo } from "../../seeds/demo.js";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import type { SeedReport } from "../../seeds/reports.js";
import type { PasswordPolicyName } from "../../src/kernel/password-policies.data.js";
import { createApp, type App, type AppOptions } from "../../src/app/app.js";
import type { Config } from "../../src/app/config.js";
import { createTestDatabaseUrl, type TestDatabase } from "./database.js";
import { Line } from "./line.js";
import { seededDatabase } from "./template.js";

export interface Answer {
  readonly status: number;
  readonly data: any;
  readonly errors:
    { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] | undefined;
}

export interface Client {
  readonly token: string | null;
  query(document: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestClock {
  now(): Date;
  set(instant: string | Date): void;
  advance(ms: number): void;
}

export interface TestApp {
  readonly app: App;
  readonly config: Config;
  readonly clock: TestClock;
  readonly anonymous: Client;
  /** A demo person, signed in at the first use. */
  as(login: string): Client;
  withToken(token: string): Client;
  readonly request: ReturnType<typeof request>;
  readonly line: Line;
  /** Until the background work is done: marked reports are checked again. */
  settled(): Promise<void>;
  /** Statements since the last call. */
  statements(): string[];
  /** How many statements have written, or tried to write, to each table since the start. */
  readonly writes: ReadonlyMap<string, number>;
  close(): Promise<void>;
  /** The database alone: where a test has closed the server, and may have started another on it. */
  drop(): Promise<void>;
}

export interface TestAppOptions {
  /** `people`: units and people only (the default); `reports`: all of the demo, ledgers included; or the reports to load. */
  readonly seed?: "people" | "reports" | readonly SeedReport[];
  /** A database with rows in it, which takes the place of the seed. */
  readonly database?: TestDatabase;
  /** Where the server logs to; nowhere, unless a test reads it. */
  readonly log?: Logger;
  /** Generous, unless a test spends budgets: the clock stands still, so a whole file is one minute. */
  readonly budgetFactor?: number;
  /** With one, `X-Forwarded-For` tells the caller's address. */
  readonly trustedProxies?: number;
  readonly passwordPolicy?: PasswordPolicyName;
  /** Below which path the product is offered; "" unless a test looks at it. */
  readonly pathPrefix?: string;
  /** As main.ts gives it where there is a demo. */
  readonly demoPage?: object;
  /** Folder of the built pages; none unless a browser looks at them. */
  readonly pages?: string;
  /** Puts something between the server and its database: answers the URL that leads through it. */
  readonly through?: (databaseUrl: string) => Promise<string>;
  /** Sees each statement with its parameters, besides `statements`. */
  readonly observe?: AppOptions["observe"];
  /** Shorter waits, where a test holds a lock or cuts a link. */
  readonly databaseLimits?: AppOptions["databaseLimits"];
}

/** Of the server under test; a test that plants sealed data needs the key. */
export const TEST_SECRETS = {
  authSecret: "test secret that is long enough for a key",
  personalDataKey: "another test secret that is long enough",
};
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const NOW = "2026-01-20T09:00:00+08:00";

/** The whole application over a real, fresh database of the project's kind. */
export async function startTestApp({
  seed = "people",
  database: given,
  log = pino({ level: "silent" }),
  budgetFactor = 1000,
  trustedProxies = 0,
  passwordPolicy = "standard",
  pathPrefix = "",
  demoPage,
  pages,
  databaseLimits,
  observe,
  through = (url) => Promise.resolve(url),
}: TestAppOptions = {}): Promise<TestApp> {
  const clock = testClock(NOW);
  let seen: string[] = [];
  const writes = new Map<string, number>();
  const settings = {
    port: 0,
    host: "127.0.0.1",
    databaseUrl: "",
    ...TEST_SECRETS,
    calendarFile: null,
    demo: false,
    logLevel: "silent",
    production: false,
    trustedProxies,
    passwordPolicy,
    pathPrefix,
    budgetFactor,
    historyDays: 184,
    innerWebhooks: true,
  };
  const seeding = { config: settings, clock, passwordCost: CHEAP };
  const database =
    given ?? (typeof seed === "string" ? await seededDatabase(seed, seeding) : await createTestDatabaseUrl());
  const config = { ...settings, databaseUrl: await through(database.url) };
  const app = await createApp({
    config,
    log,
    clock,
    ...(demoPage && { demoPage }),
    ...(pages !== undefined && { pages }),
    passwordCost: CHEAP,
    observe: (statement, parameters) => {
      seen.push(statement);
      const table = writtenBy(statement);
      if (table !== undefined) writes.set(table, (writes.get(table) ?? 0) + 1);
      observe?.(statement, parameters);
    },
    databaseLimits,
  });
  if (typeof seed !== "string") await seedDemo(app, seed);
  await app.settled();
  // Once, instead of supertest at each request.
  await app.http.listen({ port: 0, host: "127.0.0.1" });
  const line = new Line(app.http.server);
  const client = clientsOn(line);
  const signedIn = new Map<string, Client>();
  return {
    app,
    config,
    clock,
    anonymous: client(() => Promise.resolve(null)),
    as: (login) => {
      const known =
        signedIn.get(login) ??
        client(
          lazyToken(
            client(() => Promise.resolve(null)),
            login,
          ),
        );
      signedIn.set(login, known);
      return known;
    },
    withToken: (token) => client(() => Promise.resolve(token)),
    request: request(app.http.server),
    line,
    settled: () => app.settled(),
    writes,
    statements: () => {
      const since = seen;
      seen = [];
      return since;
    },
    close: async () => {
      line.close();
      await app.close();
      await database.drop();
    },
    drop: () => database.drop(),
  };
}

const WRITES = /^\s*(?:(?:insert|replace)(?: ignore)?(?: or ignore)? into|update|delete from)\s+[`"]?(\w+)/i;
const writtenBy = (statement: string): string | undefined => WRITES.exec(statement)?.[1]?.toLowerCase();

function testClock(start: string): TestClock {
  let instant = new Date(start);
  return {
    now: () => instant,
    set: (to) => (instant = new Date(to)),
    advance: (ms) => (instant = new Date(instant.getTime() + ms)),
  };
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token problems { message } } }`;

function lazyToken(anonymous: Client, login: string): () => Promise<string> {
  let token: Promise<string> | undefined;
  const signIn = async () => {
    const answer = await anonymous.query(SIGN_IN, { input: { login, password: DEMO_PASSWORD } });
    const token = answer.data?.signIn?.token as string | undefined;
    if (!token) throw new Error(`could not sign in as ${login}: ${JSON.stringify(answer)}`);
    return token;
  };
  return () => (token ??= signIn());
}

const clientsOn =
  (line: Line) =>
  (tokenOf: () => Promise<string | null>): Client => {
    let known: string | null = null;
    return {
      get token() {
        return known;
      },
      async query(document, variables = {}, headers = {}) {
        known = await tokenOf();
        const signed = known ? { ...headers, authorization: `Bearer ${known}` } : headers;
        const { status, bytes } = await line.send("/graphql", signed, { query: document, variables });
        const { data, errors } = JSON.parse(bytes.toString("utf8")) as Omit<Answer, "status">;
        return { status, data, errors };
      },
    };
  };
