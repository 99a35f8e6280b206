import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { breakingChanges, breakIsAnnounced, contractDeviations } from "./schema-contract.js";
import { runCommand } from "./run-command.js";

const HELP = `
检查公开接口：contract 为是否守约，breaking 为是否破坏了上一版的客户端而未在 CHANGELOG.md 说明。
contract: schema/schema.graphql keeps every promise of schema/contract.graphql. breaking: it breaks no client of the version
before, or the changelog says that it does.

  node dist/src/cli/check-schema.js contract|breaking
`;

const SCHEMA = "schema/schema.graphql";

const checks: Record<string, () => string[]> = {
  contract: () =>
    contractDeviations(readFileSync("schema/contract.graphql", "utf8"), readFileSync(SCHEMA, "utf8")),
  breaking: () => {
    const now = readFileSync(SCHEMA, "utf8");
    const before = committedBefore(now);
    const announced = existsSync("CHANGELOG.md") && breakIsAnnounced(readFileSync("CHANGELOG.md", "utf8"));
    if (before === undefined) console.log("there is no earlier version in git yet");
    return before === undefined || announced ? [] : breakingChanges(before, now);
  },
};

/** The schema of HEAD while there are uncommitted changes, else of its parent; a first schema has nothing to break. */
function committedBefore(now: string): string | undefined {
  const head = committed("HEAD");
  return head === now ? committed("HEAD~1") : head;
}

function committed(revision: string): string | undefined {
  try {
    return execFileSync("git", ["show", `${revision}:${SCHEMA}`], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}

class UsageError extends Error {}

async function main(): Promise<void> {
  const check = checks[process.argv[2] ?? ""];
  if (!check) throw new UsageError(`usage: check-schema ${Object.keys(checks).join("|")}`);
  const found = check();
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}

await runCommand({ help: HELP, run: main, mistakes: [UsageError] });
