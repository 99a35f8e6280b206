// `npm run bench`: what the server costs beyond the least that any server could, see docs/bench.md.
import { randomBytes } from "node:crypto";
import { CASES as ALL_CASES } from "./cases.js";
import type { Case } from "./case.js";
import type { Target } from "./client.js";
import { benchCrowd } from "./crowd.js";
import { createBenchDatabase } from "./database.js";
import { benchDocuments } from "./documents.js";
import { benchImports } from "./imports.js";
import { load } from "./load.js";
import { measure } from "./measure.js";
import { benchNational } from "./national.js";
import { benchPages } from "./pages.js";
import { Program } from "./program.js";
import { countStatements, record } from "./recording.js";
import { printTable, type Result } from "./table.js";
import { Askers, once, comparable } from "./targets.js";

const CONNECTIONS = 16;

/** All of them, or those named on the command line. */
const named = process.argv.slice(2);
const CASES = ALL_CASES.filter(({ key }) => named.length === 0 || named.includes(key));

const started = performance.now();
const tell = (what: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);

// An interrupt must run the exit handlers: the private database server is stopped there.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

const closing: (() => Promise<void>)[] = [];
try {
  const [which, size] = named;
  if (which === "documents") await benchDocuments();
  else if (which === "pages") await benchPages({ tell, closing, open });
  else if (which === "national") await benchNational({ tell, closing, open }, Number(size ?? 1));
  else if (which === "imports")
    await benchImports(
      { tell, closing, open },
      randomBytes(32).toString("base64url"),
      Number(size ?? 50_000),
    );
  else await bench();
} catch (error) {
  // Not the object: a driver's error carries its whole statement.
  console.error(error instanceof Error ? error.stack?.slice(0, 2_000) : error);
  process.exitCode = 1;
} finally {
  for (const close of closing.reverse()) await close();
}

async function bench(): Promise<void> {
  const database = await createBenchDatabase(process.env.DATABASE_URL);
  closing.push(() => database.drop());
  const authSecret = randomBytes(32).toString("base64url");
  tell(`${database.version} is up; loading`);
  await load(database.url, authSecret, tell);
  tell("loaded; starting the server");
  const secrets = { AUTH_SECRET: authSecret, PERSONAL_DATA_KEY: authSecret };
  const budget = { BUDGET_FACTOR: "9999999" }; // one caller asks as much as a server can answer
  const env = { DATABASE_URL: database.url, ...secrets, ...budget, LOG_LEVEL: "silent", PORT: "0" };
  const server = await open("../src/main.js", env);
  const askers = await Askers.signIn(server.address);
  if (named[0] === "crowd") return benchCrowd(server, askers, tell);
  await countStatements(server, askers, tell);
  const targets = new Map(CASES.map((one) => [one, askers.of(one)]));
  const recording = await record(server, targets, tell);
  const floor = await open("./floor.js", {
    DATABASE_URL: database.url,
    RECORDING: JSON.stringify(recording),
  });
  const results: Result[] = [];
  for (const [one, target] of targets) results.push(await compare(one, { floor, server }, target));
  printTable(results, { floor: await floor.usage(), server: await server.usage() });
}

async function open(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const program = await Program.start(file, env);
  closing.push(() => program.stop());
  return program;
}

async function compare(
  { key, title, aim, writes }: Case,
  { floor, server }: Record<"floor" | "server", Program>,
  target: Target,
): Promise<Result> {
  const bare = { ...target, url: `${floor.address}/${key}` };
  const connections = writes ? 1 : CONNECTIONS;
  const answer = await once(target);
  if (comparable(answer) !== comparable(await once(bare)))
    throw new Error(`${title}: the two programs answer differently`);
  tell(`${title}: same ${answer.length} characters from both; measuring`);
  const [a, b] = await measure([
    { program: floor, target: bare, connections },
    { program: server, target, connections },
  ]);
  if (!a || !b) throw new Error("two programs are measured");
  return { title, aim, connections, kilobytes: Buffer.byteLength(answer) / 1024, floor: a, server: b };
}
