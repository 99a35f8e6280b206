import { parseArgs } from "node:util";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { rebuildAllSums, verifySums, type SumDifference } from "../area-sums/api.js";
import type { Database } from "../platform/db/index.js";
import { createLog } from "../platform/log/log.js";
import { runCommand } from "./run-command.js";

const HELP = `
由各版本重建区域合计；--verify 只核对，有不符即以 1 退出。
Adds the areas' sums (区域合计) up anew from the versions; with --verify it only compares them and ends with 1 if anything differs.

  node dist/src/cli/rebuild-area-sums.js [--verify]
`;

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
  `已重建的合计行 · sums rebuilt: ${await rebuildAllSums(database)}`;

async function verified(database: Database): Promise<string> {
  const differences = await verifySums(database);
  for (const difference of differences.slice(0, SHOWN)) console.log(told(difference));
  if (differences.length > 0) process.exitCode = 1;
  return `与各版本不符的数 · numbers that differ from the versions: ${differences.length}`;
}

const told = ({ year, path, stage, what, stored, found }: SumDifference): string =>
  `${year}  ${path}  ${stage}  ${what}  存 · stored ${stored}，应为 · should be ${found}`;

await runCommand({ help: HELP, run: main });
