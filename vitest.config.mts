import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { browserAvailable } from "./tests/harness/browser-setup.js";
import { mariadbAvailable } from "./tests/harness/mariadb.js";

// Without the alias vitest loads a second copy of graphql ("another module or realm").
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "unit",
    include: ["{src,seeds,bench,drills}/**/*.test.ts", "tests/docker-compose.test.ts"],
  },
};

// The same files on every database. There is nothing in them that asks which one it is and then does not run.
const onDatabase = (name: string, globalSetup: string, but: readonly string[] = []) =>
  ({
    extends: true,
    test: {
      ...{ name, globalSetup, include: ["tests/**/*.test.ts"] },
      exclude: ["tests/docker-compose.test.ts", "tests/console/**", ...but],
    },
  }) satisfies TestProjectConfiguration;

// The statements are the same on both, and only MariaDB's plans are kept.
const sqlite = onDatabase("sqlite", "tests/harness/sqlite.ts", ["tests/sql/**"]);
const mariadb = onDatabase("mariadb", "tests/harness/mariadb.ts");

// What people do in a browser; below the API everything is the same on both databases.
const browser: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "browser",
    globalSetup: ["tests/harness/sqlite.ts", "tests/harness/browser-setup.ts"],
    include: ["tests/console/**/*.test.ts"],
  },
};
const others = [unit, sqlite, ...(browserAvailable() ? [browser] : [])];

export default defineConfig({
  resolve,
  test: {
    // What main.ts loads first; each test file may be the first of its thread.
    setupFiles: ["reflect-metadata"],
    pool: "threads",
    // Threads that the product starts inherit it.
    execArgv: ["--import", "./tests/harness/typescript-threads.mjs"],
    isolate: false,
    // As many as there are cores, however few: the default leaves one idle, which on two is half of them.
    maxWorkers: availableParallelism(),
    // Only for what would hang for ever: a busy machine is slow, and its tests are right all the same.
    hookTimeout: 600_000,
    testTimeout: 600_000,
    projects: mariadbAvailable() ? [...others, mariadb] : others,
  },
});
