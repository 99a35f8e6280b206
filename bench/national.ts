// `npm run bench -- national [times]`: the country's questions at so many times its units, see docs/bench.md.
import { randomBytes } from "node:crypto";
import { readDivisions, type Division } from "../seeds/national/divisions.js";
import { loadNational } from "../seeds/national/load.js";
import { openAppDatabase } from "../src/app/app-database.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import { Passwords, registerUser } from "../src/identity/api.js";
import { unitByCode } from "../src/units/index.js";
import { Client, type Target } from "./client.js";
import { createBenchDatabase } from "./database.js";
import { LOGINS } from "./load.js";
import { measure } from "./measure.js";
import { nationalCases, DISTRICT, type NationalCase } from "./national-cases.js";
import { multiplied } from "./national-divisions.js";
import type { Program } from "./program.js";
import { printTable, type Result } from "./table.js";
import { Askers, comparable, once } from "./targets.js";

export interface Bench {
  readonly tell: (what: string) => void;
  /** What must be undone at the end. */
  readonly closing: (() => Promise<void>)[];
  readonly open: (file: string, env: Readonly<Record<string, string>>) => Promise<Program>;
}

const DIVISIONS = "seeds/national/divisions.txt.br";
const CONNECTIONS = 16;
const MIXED_QUERIES = 10_000;
const MEMORY_AIM_MB = 300;
const SCOPE = TenantScope.system("bench");
const SILENT = { debug: () => undefined, warn: () => undefined };

export async function benchNational(bench: Bench, times: number): Promise<void> {
  const { tell, open } = bench;
  const authSecret = randomBytes(32).toString("base64url");
  const divisions = multiplied(readDivisions(DIVISIONS), times);
  const databaseUrl = await nationalDatabase(bench, divisions);
  await loadPeople(databaseUrl, authSecret);
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: "silent", PORT: "0" };
  // The caller asks far more often than an allowance by the minute lets anybody.
  const secrets = { AUTH_SECRET: authSecret, PERSONAL_DATA_KEY: authSecret, BUDGET_FACTOR: "9999999" };
  const server = await open("../src/main.js", { ...env, ...secrets });
  const askers = await Askers.signIn(server.address);
  const cases = nationalCases(divisions).map((one) => ({ one, target: askers.reading(one) }));
  const recording: Record<string, readonly (readonly string[])[]> = {};
  for (const { one, target } of cases)
    recording[one.key] = (await server.statementsOf(() => once(target))).map((statement) => [statement]);
  const floor = await open("./floor.js", { DATABASE_URL: databaseUrl, RECORDING: JSON.stringify(recording) });
  const results: Result[] = [];
  for (const { one, target } of cases) results.push(await compare(bench, one, { floor, server }, target));
  await askMixed(cases.map(({ target }) => target));
  tell(`${MIXED_QUERIES} mixed queries more`);
  printTable(results, { floor: await floor.usage(), server: await server.usage() }, MEMORY_AIM_MB);
}

/** One that `npm run seed:national` filled, if BENCH_LOADED names it; or else one of the bench's own. */
async function nationalDatabase({ tell, closing }: Bench, divisions: readonly Division[]): Promise<string> {
  const loaded = process.env.BENCH_LOADED;
  if (loaded) return loaded;
  const database = await createBenchDatabase(process.env.DATABASE_URL);
  closing.push(() => database.drop());
  tell(`${database.version} is up; loading`);
  await loadNational(database.url, divisions, tell);
  return database.url;
}

async function loadPeople(databaseUrl: string, authSecret: string): Promise<void> {
  const database = await openAppDatabase({ databaseUrl }, SILENT);
  const passwordHash = await new Passwords(authSecret).hash(LOGINS.officer.password);
  try {
    await database.write(SCOPE, async (session) => {
      const home = await unitByCode(session, DISTRICT);
      if (!home) throw new Error(`no unit ${DISTRICT}`);
      for (const [who, role] of [
        ["officer", "OFFICER"],
        ["clerk", "CLERK"],
      ] as const) {
        const { login } = LOGINS[who];
        const person = { home, memberships: [{ unit: home, role }], login, displayName: login, passwordHash };
        await registerUser(session, person, new Date());
      }
    });
  } finally {
    await database.close();
  }
}

async function compare(
  { tell }: Bench,
  { key, title, aim }: NationalCase,
  { floor, server }: Record<"floor" | "server", Program>,
  target: Target,
): Promise<Result> {
  const bare = { ...target, url: `${floor.address}/${key}` };
  const answer = await once(target);
  if (comparable(answer) !== comparable(await once(bare)))
    throw new Error(`${title}: the two programs answer differently`);
  tell(`${title}: same ${answer.length} characters from both; measuring`);
  const [a, b] = await measure([
    { program: floor, target: bare, connections: CONNECTIONS },
    { program: server, target, connections: CONNECTIONS },
  ]);
  if (!a || !b) throw new Error("two programs are measured");
  const kilobytes = Buffer.byteLength(answer) / 1024;
  return { title, aim, connections: CONNECTIONS, kilobytes, floor: a, server: b };
}

async function askMixed(targets: readonly Target[]): Promise<void> {
  const clients = targets.map((target) => new Client(target, CONNECTIONS));
  let asked = 0;
  const caller = async (): Promise<void> => {
    while (asked < MIXED_QUERIES) await clients[asked++ % clients.length]?.ask();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, caller));
  for (const client of clients) client.close();
}
