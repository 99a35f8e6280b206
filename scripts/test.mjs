// `npm test`: every test on every database of this machine. Arguments are file name filters.
// The last line is the bare sum, `N passed, N failed`, for machines to read.
import { startVitest } from "vitest/node";
import { Summary } from "../tests/harness/summary.mjs";

// An interrupt must run the exit handlers: the private database server is stopped there.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const filters = process.argv.slice(2);
const summary = new Summary();
try {
  const vitest = await startVitest("test", filters, { watch: false, reporters: ["default", summary] });
  if (filters.length === 0) summary.requireTests(vitest.projects);
  if (!vitest.projects.some((project) => project.name === "mariadb"))
    summary.remark("MariaDB: not run (no mariadbd on this machine)");
  await vitest.close();
} catch (error) {
  console.error(error);
  summary.fail("the test run itself");
}

if (summary.total().passed === 0) summary.fail("no test passed");
console.log(`\n${summary.lines().join("\n")}`);
process.exit(summary.total().failed > 0 ? 1 : (process.exitCode ?? 0));
