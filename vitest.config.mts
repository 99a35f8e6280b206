import { defineConfig } from "vitest/config";

// Without the alias vitest loads a second copy of graphql ("another module or realm").
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

export default defineConfig({
  resolve,
  test: {
    pool: "threads",
    isolate: false,
    projects: [{ extends: true, test: { name: "unit", include: ["src/**/*.test.ts", "seeds/**/*.test.ts"] } }],
  },
});
