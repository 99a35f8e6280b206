// `npm run bench`: what the server costs beyond the least that any server could, see docs/bench.md.
import { randomBytes } from "node:crypto";
import { CASES as ALL_CASES, type Case } from "./cases.js";
import { Client, type Target } from "./client.js";
import { createBenchDatabase } from "./database.js";
import { load, type Officer } from "./load.js";
import { measure } from "./measure.js";
import { Program } from "./program.js";
import { printTable, type Result } from "./table.js";

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;

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
  await bench();
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
  const officer = await load(database.url, authSecret);
  tell("15,000 reports loaded; starting the server");
  const env = { DATABASE_URL: database.url, AUTH_SECRET: authSecret, LOG_LEVEL: "silent", PORT: "0" };
  const server = await open("../src/main.js", env);
  const targets = await serverTargets(server, officer);
  const statements: Record<string, string[]> = {};
  for (const [key, target] of targets) statements[key] = await server.statementsOf(() => once(target));
  const floor = await open("./floor.js", {
    DATABASE_URL: database.url,
    STATEMENTS: JSON.stringify(statements),
  });
  const results: Result[] = [];
  for (const case_ of CASES) {
    const target = targets.get(case_.key);
    if (target) results.push(await compare(case_, { floor, server }, target));
  }
  printTable(results, { floor: await floor.usage(), server: await server.usage() });
}

async function open(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const program = await Program.start(file, env);
  closing.push(() => program.stop());
  return program;
}

async function serverTargets({ address }: Program, input: Officer): Promise<Map<string, Target>> {
  const url = `${address}/graphql`;
  const ask = (query: string, variables: object) => JSON.stringify({ query, variables });
  const answer = await once({ url, headers: {}, body: ask(SIGN_IN, { input }) });
  const { token } = (JSON.parse(answer) as { data: { signIn: { token: string } } }).data.signIn;
  const headers = { authorization: `Bearer ${token}` };
  return new Map(
    CASES.map(({ key, document, variables }) => [key, { url, headers, body: ask(document, variables) }]),
  );
}

async function compare(
  { key, title, aim }: Case,
  { floor, server }: Record<"floor" | "server", Program>,
  target: Target,
): Promise<Result> {
  const bare = { ...target, url: `${floor.address}/${key}` };
  const answer = await once(target);
  if (answer !== (await once(bare))) throw new Error(`${title}: the two programs answer differently`);
  tell(`${title}: same ${answer.length} characters from both; measuring`);
  const [a, b] = await measure([
    { program: floor, target: bare },
    { program: server, target },
  ]);
  if (!a || !b) throw new Error("two programs are measured");
  return { title, aim, kilobytes: Buffer.byteLength(answer) / 1024, floor: a, server: b };
}

async function once(target: Target): Promise<string> {
  const client = new Client(target, 1);
  try {
    return await client.text();
  } finally {
    client.close();
  }
}
