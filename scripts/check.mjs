// `npm run check`: all that can be said about the code without running it. One line a check, the failures at the end.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { describeApi } from "./console-api.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const runs =
  (command, ...args) =>
  async () =>
    (await output(command, args)).trim();

const linting = [["eslint", runs(bin("eslint"), ".", "--max-warnings=0")]];
const others = [
  ["prettier", runs(bin("prettier"), "--check", "--log-level=warn", ".")],
  ["types", runs(bin("tsc"), "--noEmit")],
  ["types of the IDE page", runs(bin("tsc"), "--noEmit", "-p", "src/ide")],
  ["types of the console", runs(bin("tsc"), "--noEmit", "-p", "src/console")],
  [
    "order of imports",
    runs(bin("depcruise"), "--output-type=err", "src", "seeds", "migrations", "bench", "drills", "tests"),
  ],
  ["unused code", runs(bin("knip"), "--no-progress", "--no-config-hints")],
  ["build", runs(bin("tsc"), "-p", "tsconfig.build.json")],
  ["schema drift", schemaDrift],
  ["contract kept", runs("node", "dist/src/cli/check-schema.js", "contract")],
];

// The console's code is checked against what the schema says.
describeApi(fileURLToPath(new URL("..", import.meta.url)));
const failures = [];
// The linter alone takes as long as all the rest: two lanes for two cores.
await Promise.all([inTurn(linting), inTurn(others)]);
for (const { name, message } of failures) console.error(`\n── ${name} ──\n${message}`);
console.log(`\n${linting.length + others.length - failures.length} checks passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function inTurn(checks) {
  for (const [name, check] of checks) {
    const start = performance.now();
    const message = await check().then(
      () => undefined,
      (error) => error.message,
    );
    if (message !== undefined) failures.push({ name, message });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${message === undefined ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  }
}

/** The emitted SDL is kept in git, so that a review sees what a change does to the API. */
async function schemaDrift() {
  const emitted = await output("node", ["dist/src/cli/emit-schema.js", "--stdout"]);
  if (emitted !== readFileSync("schema/schema.graphql", "utf8"))
    throw new Error("schema/schema.graphql is not what the code emits: run `npm run emit-schema`");
}

function output(command, args) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stdout}${stderr}`.trim() || error.message));
      else resolve(stdout);
    });
  });
}
