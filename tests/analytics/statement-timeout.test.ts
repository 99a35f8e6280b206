import { afterAll, beforeAll, expect, it } from "vitest";
import { pino } from "pino";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { sql, type Sql } from "../../src/platform/db/index.js";
import { databaseKind } from "../harness/database.js";
import { startTestApp, type TestApp } from "../harness/app.js";

const SCOPE = TenantScope.system("a test of the last net");
const POOL_SIZE = 10;

interface Server {
  /** Seconds that one connection gives a statement. */
  readonly limit: Sql;
  readonly lower: Sql;
  readonly restore: Sql;
  readonly slow: Sql;
}

const SERVERS: Record<ReturnType<typeof databaseKind>, Server> = {
  mysql: {
    limit: sql`select cast(@@max_statement_time as double) as n`,
    lower: sql`set session max_statement_time = 0.2`,
    restore: sql`set session max_statement_time = 30`,
    slow: sql`with recursive t(n) as (select 1 union all select n + 1 from t where n < 1000) select count(*) as n from t a, t b, t c`,
  },
  // No net, and none to be torn: a statement runs in the server's own process, and bounded by what it is asked for.
  sqlite: {
    limit: sql`select null as n`,
    lower: sql`select 0 as n`,
    restore: sql`select 0 as n`,
    slow: sql`with recursive t(n) as (select 1 union all select n + 1 from t where n < 1000) select max(n) as n from t`,
  },
};
const EXPECTED = {
  mysql: { limit: 30, slow: "TOO_COMPLEX", warned: 1 },
  sqlite: { limit: null, slow: 1000, warned: 0 },
}[databaseKind()];

const server = SERVERS[databaseKind()];
const warnings: string[] = [];
let app: TestApp;
beforeAll(async () => {
  const log = pino({ level: "warn" }, { write: (line: string) => void warnings.push(line) });
  app = await startTestApp({ log });
});
afterAll(() => app.close());

const number = async (statement: Sql): Promise<number | null> =>
  app.app.database.read(SCOPE, async (session) => {
    const [row] = await session.query<{ n: number | null }>(statement);
    return row ? row.n : null;
  });

it("every connection gives a statement thirty seconds, the first one too", async () => {
  const limits = await Promise.all(Array.from({ length: 3 * POOL_SIZE }, () => number(server.limit)));
  expect(new Set(limits)).toEqual(new Set([EXPECTED.limit]));
});

it("a statement that takes longer is given up, and told as too much asked", async () => {
  const attempt = app.app.database.read(SCOPE, async (session) => {
    await session.execute(server.lower);
    try {
      const [row] = await session.query<{ n: number }>(server.slow);
      return row?.n;
    } finally {
      await session.execute(server.restore);
    }
  });
  expect(await attempt.catch((error: { code: string }) => error.code)).toBe(EXPECTED.slow);
  expect(warnings.filter((line) => line.includes("with recursive"))).toHaveLength(EXPECTED.warned);
  expect(await number(sql`select 1 as n`)).toBe(1);
});
