import { defineConfig } from "vitest/config";

/** Makes the recording of a release: see docs. Not a test, and so no project of vitest.config.mts. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/upgrade/recording/record.ts"],
    globalSetup: "tests/harness/sqlite.ts",
    testTimeout: 600_000,
  },
});
