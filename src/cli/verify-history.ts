import { parseArgs } from "node:util";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { sealHistory, verifyHistory, type Verification } from "../history/api.js";
import { systemClock } from "../kernel/clock.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { createLog } from "../platform/log/log.js";
import { runCommand } from "./run-command.js";

const HELP = `
核对历史：有一条被改、被删、被调换或被截去的，逐条列出，并以 1 退出。--root 给出抄存的封存值，须在封存之列；--seal 先封存今天的。
Verifies the history: lists what was altered, deleted, reordered or cut off, and ends with 1 if anything was. --root takes the root of
a seal that was kept elsewhere, which must be among the seals; --seal makes today's seal first, and prints its root.

  node dist/src/cli/verify-history.js [--seal] [--root HEX]
`;

const OPTIONS = { seal: { type: "boolean", default: false }, root: { type: "string" } } as const;
const SCOPE = TenantScope.system("verify the history");
const SHOWN = 100;

async function main(): Promise<void> {
  const { seal, root } = parseArgs({ options: OPTIONS }).values;
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  try {
    if (seal) await sealHistory(database, SCOPE, systemClock.now());
    print(await verifyHistory(database, SCOPE, root ?? null));
  } finally {
    await database.close();
  }
}

function print({ seal, units, entries, faults }: Verification): void {
  for (const { kind, unitId, sequence } of faults.slice(0, SHOWN))
    console.log(`${kind}  ${unitId ?? "封存 · seal"}  ${sequence}`);
  if (faults.length > 0) process.exitCode = 1;
  console.log(`${units} 个单位、${entries} 条，不符 ${faults.length} · units, entries, faults`);
  console.log(seal ? `封存 · seal ${seal.number}  ${seal.at}  ${seal.root}` : "尚未封存 · no seal yet");
}

await runCommand({ help: HELP, run: main });
