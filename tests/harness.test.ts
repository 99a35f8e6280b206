import { existsSync } from "node:fs";
import mysql from "mysql2/promise";
import { expect, it } from "vitest";
import { createTestDatabaseUrl, databaseKind, type TestDatabase } from "./harness/database.js";

const exists = async ({ url }: TestDatabase): Promise<boolean> => {
  if (databaseKind() === "sqlite") return existsSync(url.slice("sqlite:".length).replace(/\/[^/]*$/, ""));
  try {
    await (await mysql.createConnection(url)).end();
    return true;
  } catch {
    return false;
  }
};

it("gives each caller a database of its own, and takes it away again", async () => {
  const [mine, yours] = [await createTestDatabaseUrl(), await createTestDatabaseUrl()];

  expect(mine.url).not.toBe(yours.url);
  await mine.drop();
  expect(await exists(mine)).toBe(false);
  expect(await exists(yours)).toBe(true);
  await yours.drop();
});
