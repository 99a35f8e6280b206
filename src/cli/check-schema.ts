import { readFileSync, writeFileSync } from "node:fs";
import { runCommand } from "./run-command.js";
import { contractDeviations, namedExceptions, promiseOf, unexcused } from "./schema-contract.js";

const HELP = `
检查公开接口是否守约；promise 把现在的接口写成新的约定。
contract: schema/schema.graphql keeps every promise of schema/contract.graphql, but for what schema/breaking.txt names.
promise: from now on the whole of schema/schema.graphql is promised, and schema/breaking.txt can be emptied.

  node dist/src/cli/check-schema.js contract|promise
`;

const SCHEMA = "schema/schema.graphql";
const CONTRACT = "schema/contract.graphql";
const EXCEPTIONS = "schema/breaking.txt";

const read = (file: string): string => readFileSync(file, "utf8");

function contract(): void {
  const deviations = contractDeviations(read(CONTRACT), read(SCHEMA));
  const broken = unexcused(deviations, namedExceptions(read(EXCEPTIONS)));
  for (const line of broken) console.error(line);
  if (broken.length > 0) process.exitCode = 1;
}

/** The conventions at the head of the contract are kept. */
function promise(): void {
  const [head = ""] = read(CONTRACT).split(/^(?!#)/m);
  writeFileSync(CONTRACT, `${head}\n${promiseOf(read(SCHEMA))}`);
}

const commands: Readonly<Record<string, () => void>> = { contract, promise };

class UsageError extends Error {}

function main(): Promise<void> {
  const command = commands[process.argv[2] ?? ""];
  if (!command) throw new UsageError(`usage: check-schema ${Object.keys(commands).join("|")}`);
  command();
  return Promise.resolve();
}

await runCommand({ help: HELP, run: main, mistakes: [UsageError] });
