// Counts what ran on which database. A skipped test, a file that could not be loaded, a hook that threw, an unhandled
// error and a project without a test are failures: nothing passes by not running.
// JavaScript, because scripts/test.mjs loads it before there is anything that compiles.
import { createRequire } from "node:module";

/** @implements {import("vitest/node").Reporter} */
export class Summary {
  #counts = new Map();
  #ran = new Set();
  #remarks = [];

  onTestRunEnd(modules, unhandled) {
    for (const module of modules) this.#add(module);
    if (unhandled.length > 0) this.fail("unhandled errors", unhandled.length);
  }

  /** Each of these projects must have run at least one test. */
  requireTests(projects) {
    for (const { name } of projects) if (!this.#ran.has(name)) this.fail(`${name}, where no test ran`);
  }

  fail(title, failures = 1) {
    this.#count(title).failed += failures;
  }

  remark(line) {
    this.#remarks.push(line);
  }

  total() {
    const sum = { passed: 0, failed: 0 };
    for (const { passed, failed } of this.#counts.values()) {
      sum.passed += passed;
      sum.failed += failed;
    }
    return sum;
  }

  lines() {
    const { passed, failed } = this.total();
    const parts = [...this.#counts].map(([title, c]) => `${title}: ${c.passed} passed, ${c.failed} failed`);
    return [...this.#remarks, ...parts.sort(), `${passed} passed, ${failed} failed`];
  }

  #add(module) {
    const count = this.#count(titleOf(module.project));
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      this.#ran.add(module.project.name);
      if (state === "passed") count.passed += 1;
      else count.failed += 1;
      if (state === "skipped")
        this.remark(`skipped, which is a failure: ${test.fullName} (${module.relativeModuleId})`);
    }
    count.failed += [module, ...module.children.allSuites()].filter(
      (part) => part.errors().length > 0,
    ).length;
  }

  #count(title) {
    if (!this.#counts.has(title)) this.#counts.set(title, { passed: 0, failed: 0 });
    return this.#counts.get(title);
  }
}

function titleOf(project) {
  if (project.name === "unit") return "unit";
  const { database } = project.getProvidedContext();
  if (database.kind === "sqlite") return `SQLite (libsql) ${sqliteVersion()}`;
  const [version] = database.version.split("-");
  return `${database.version.includes("MariaDB") ? "MariaDB" : "MySQL"} ${version}`;
}

function sqliteVersion() {
  const Database = createRequire(import.meta.url)("libsql");
  const database = new Database(":memory:");
  try {
    return database.prepare("select sqlite_version() as version").get().version;
  } finally {
    database.close();
  }
}
