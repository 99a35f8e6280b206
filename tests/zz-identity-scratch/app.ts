import "reflect-metadata";
import { pino } from "pino";
import supertest from "supertest";
import { MIGRATIONS } from "../../migrations/index.js";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "../../seeds/people.js";
import { DEMO_UNITS } from "../../seeds/units.js";
import { Commands, type RequestContext, IDEMPOTENCY_KEYS } from "../../src/access/index.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { createIdentity, MEMBERSHIPS, registerUser, SESSIONS, SIGN_IN_THROTTLES, USERS } from "../../src/modules/identity/index.js";
import { insertUnit, UNIT_NAMES, UnitResolver, UNITS, type UnitRow } from "../../src/modules/units/index.js";
import { openDatabase, type Database } from "../../src/platform/db/index.js";
import { InvalidInputType, StaleRevisionType } from "../../src/platform/graphql/problems.types.js";
import { buildAppSchema } from "../../src/platform/graphql/schema.js";
import { createApolloServer } from "../../src/platform/graphql/server.js";
import { createHttpServer } from "../../src/platform/http/http-server.js";
import { Loaders } from "../../src/platform/loaders/index.js";
import { createTestDatabaseUrl } from "../harness/database.js";

export const statements: string[] = [];
export type TestApp = Awaited<ReturnType<typeof startTestApp>>;
export async function startTestApp() {
  const test = await createTestDatabaseUrl();
  const log = pino({ level: "error" }, pino.destination(2));
  const tables = [UNITS, UNIT_NAMES, USERS, MEMBERSHIPS, SESSIONS, SIGN_IN_THROTTLES, IDEMPOTENCY_KEYS] as unknown as never[];
  const database: Database = await openDatabase({ url: test.url, tables, migrations: MIGRATIONS, log, observe: (s) => statements.push(s) });
  let now = new Date("2024-03-01T00:00:00Z");
  const clock = { now: () => now };
  const commands = new Commands(database, clock);
  const identity = createIdentity({ database, clock, commands, authSecret: "x".repeat(40), passwordCost: { memoryCost: 64, timeCost: 1, parallelism: 1 } });
  const hash = await identity.passwords.hash(DEMO_PASSWORD);
  await database.write(TenantScope.system("seed"), async (session) => {
    const units = new Map<string, UnitRow>();
    for (const { parentCode, ...u } of DEMO_UNITS) units.set(u.code, await insertUnit(session, u, units.get(parentCode ?? "") ?? null));
    for (const p of DEMO_PEOPLE)
      await registerUser(session, { login: p.login, displayName: p.displayName, passwordHash: hash, home: units.get(p.unitCode)!, memberships: p.memberships.map((m) => ({ unit: units.get(m.unitCode)!, role: m.role })) }, now);
  });
  const instances: object[] = [...identity.resolvers, new UnitResolver(database, commands, clock)];
  const byClass = new Map<unknown, object>(instances.map((i) => [i.constructor, i]));
  const schema = await buildAppSchema({
    resolvers: instances.map((i) => i.constructor) as never,
    container: { get: (t: unknown) => byClass.get(t) },
    orphanedTypes: [InvalidInputType, StaleRevisionType],
  });
  const http = await createHttpServer<RequestContext>({
    apollo: createApolloServer({ schema, log }), log, ideDirectory: "/nonexistent", health: async () => 1,
    context: async ({ authorization, language, requestId, address }) => {
      const viewer = await identity.viewerOf(authorization);
      return { viewer, language, requestId, address, loaders: new Loaders(database, viewer.scope) };
    },
  });
  await http.ready();
  const request = supertest(http.server);
  const tokens = new Map<string, Promise<string>>();
  const post = async (token: string | null, query: string, variables: object = {}) => {
    const r = request.post("/graphql");
    if (token) r.set("authorization", `Bearer ${token}`);
    return (await r.send({ query, variables })).body as unknown;
  };
  const signIn = async (login: string) => {
    const body = (await post(null, "mutation($input: SignInInput!){ signIn(input:$input){ token } }", { input: { login, password: DEMO_PASSWORD } })) as { data: { signIn: { token: string } } };
    return body.data.signIn.token;
  };
  return {
    request, database, identity, schema,
    clock: { set: (d: Date) => { now = d; } },
    anonymous: { query: (q: string, v?: object) => post(null, q, v) },
    as: (login: string) => ({
      query: async (q: string, v?: object) => {
        if (!tokens.has(login)) tokens.set(login, signIn(login));
        return post(await tokens.get(login)!, q, v);
      },
    }),
    close: async () => { await http.close(); await database.close(); await test.drop(); },
  };
}
