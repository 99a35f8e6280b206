// `npm run drills`: what is left of acknowledged work when things break, see docs/drills.md.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CUT_LINK } from "./cut-link.js";
import { prepareMariadb, prepareSqlite } from "./databases.js";
import type { Drill, Ground } from "./drill.js";
import { FAILOVER } from "./failover.js";
import { FULL_DISK } from "./full-disk.js";
import { KILL_OF_THE_DATABASE, KILLS_OF_THE_SERVER } from "./kill.js";
import { leftSoFar, takeDown } from "./leftovers.js";
import { described, missing } from "./machine.js";
import { ONE_REPORT } from "./one-report.js";
import { planted } from "./plant.js";
import { POWER_CUT } from "./power-cut.js";
import { SECOND_PROCESS } from "./second-process.js";
import { line, passed, sumOf, withTable, type Row } from "./table.js";

const DRILLS: readonly Drill[] = [
  ...KILLS_OF_THE_SERVER,
  KILL_OF_THE_DATABASE,
  FULL_DISK,
  POWER_CUT,
  SECOND_PROCESS,
  CUT_LINK,
  FAILOVER,
  ...ONE_REPORT,
];
const NAMES = [...new Set(DRILLS.map(({ name }) => name))];
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = fileURLToPath(new URL("../../docs/drills.md", import.meta.url));
const HELP = `
What is left of acknowledged work when things break: a line a drill; ends with 1 unless nothing is lost, duplicated or half done.

  npm run drills -- [drill ...] [--write] [--plant=synchronous-off]

  drill     ${NAMES.join(", ")}; all of them, if none is named
  --write   put the table into docs/drills.md
  --plant   spoil the server first: the drills must find it
`;

process.once("exit", () => takeDown());
// An interrupt must run the exit handlers: mounts and processes are taken down there.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  takeDown();
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean" }, plant: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return console.log(HELP.trim());
  const unknown = positionals.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`no drill ${unknown.join(", ")}: there are ${NAMES.join(", ")}`);
  if (values.write && (positionals.length > 0 || values.plant !== undefined))
    throw new Error("--write is for all drills on the server as it is");
  const root = values.plant === undefined ? ROOT : planted(values.plant, ROOT);
  const chosen = DRILLS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const { rows, skipped } = await runAll(chosen, {
    root,
    sqlite: once(prepareSqlite),
    mariadb: once(prepareMariadb),
  });
  console.log(line(sumOf(rows)));
  if (rows.length === 0 || !rows.every(passed)) process.exitCode = 1;
  if (values.write)
    writeFileSync(PAGE, withTable(readFileSync(PAGE, "utf8"), [described(new Date()), ...skipped], rows));
}

async function runAll(drills: readonly Drill[], ground: Ground): Promise<{ rows: Row[]; skipped: string[] }> {
  const [rows, skipped]: [Row[], string[]] = [[], []];
  for (const drill of drills) {
    const { name, database, needs } = drill;
    const lacking = missing(needs);
    if (lacking.length > 0) {
      skipped.push(`Skipped: ${name} on ${database}, which needs ${lacking.join(", ")}.`);
      console.log(skipped.at(-1));
    } else {
      rows.push(await runOne(drill, ground));
      console.log(rows.map(line).at(-1));
    }
  }
  return { rows, skipped };
}

async function runOne({ name, database, needs, run }: Drill, ground: Ground): Promise<Row> {
  await (needs.includes("mariadbd") ? ground.mariadb() : ground.sqlite()); // not counted in the drill's time
  const [before, start] = [leftSoFar(), performance.now()];
  const found = await run(ground).catch((error: unknown) => String(error));
  takeDown(before);
  return { name, database, seconds: (performance.now() - start) / 1000, found };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
