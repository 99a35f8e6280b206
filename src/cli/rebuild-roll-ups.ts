// Adds the areas' sums (区域合计) up anew from the versions, as after an upgrade or a load; --verify only compares them,
// lists what differs and ends with 1 if anything does:
//   node dist/src/cli/rebuild-roll-ups.js [--verify]
import { parseArgs } from "node:util";
import { openAppDatabase } from "../app-database.js";
import { ConfigError, readConfig } from "../config.js";
import { rebuildSums, verifySums, type SumDifference } from "../modules/reports/index.js";
import type { Database } from "../platform/db/index.js";
import { createLog } from "../platform/log/log.js";

const SHOWN = 100;

async function main(): Promise<void> {
  const { verify } = parseArgs({ options: { verify: { type: "boolean", default: false } } }).values;
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  const started = performance.now();
  try {
    console.log(await (verify ? verified(database) : rebuilt(database)));
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await database.close();
  }
}

const rebuilt = async (database: Database): Promise<string> =>
  `已重建的合计行 · sums rebuilt: ${await rebuildSums(database)}`;

async function verified(database: Database): Promise<string> {
  const differences = await verifySums(database);
  for (const difference of differences.slice(0, SHOWN)) console.log(told(difference));
  if (differences.length > 0) process.exitCode = 1;
  return `与各版本不符的数 · numbers that differ from the versions: ${differences.length}`;
}

const told = ({ year, path, stage, what, stored, found }: SumDifference): string =>
  `${year}  ${path}  ${stage}  ${what}  存 · stored ${stored}，应为 · should be ${found}`;

const isOperators = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

try {
  await main();
} catch (error) {
  console.error(isOperators(error) ? error.message : error);
  process.exitCode = 1;
}
