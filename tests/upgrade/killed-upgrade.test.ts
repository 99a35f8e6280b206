import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../migrations/index.js";
import type { MigrationClass } from "../../src/platform/db/index.js";
import { openSource, realTable, tableNames, type RealTable } from "../access/source.js";
import type { TestDatabase } from "../harness/database.js";
import { contentsOf, rowsOf } from "./database-contents.js";
import { migrate, nameOf, releasedContents, releasedDatabase, releasedMigrations } from "./release.js";

const released = releasedMigrations(releasedContents());
const since = MIGRATIONS.filter((migration) => !released.includes(migration));

/** What says that a migration is done. */
const DONE = /^\s*insert into [`"]?schema_migrations\b/i;

/** Runs the migrations, and dies before this statement of theirs, or else before the last is noted as done: then true. */
async function diesDone(
  url: string,
  migrations: readonly MigrationClass[],
  statement: number,
): Promise<boolean> {
  let seen = 0;
  let death: "early" | "done" | undefined;
  const dies = (text: string): void => {
    seen += 1;
    if (seen === statement) death = "early";
    if (DONE.test(text)) death = "done";
    if (death) throw new Error("killed");
  };
  await migrate(url, migrations, dies).catch((error: unknown) => {
    if (!death) throw error;
  });
  expect(death).toBeDefined();
  return death === "done";
}

/** Each of the first statements, which are all of a change of tables; then ever fewer of the thousands that fill one. */
const EACH = 8;
const later = (statement: number): number => statement + Math.ceil(statement / EACH);

async function stateOf(url: string) {
  const source = await openSource(url, { tripwire: false });
  try {
    const tables: [string, RealTable][] = [];
    for (const name of await tableNames(source)) tables.push([name, await realTable(source, name)]);
    const contents = await contentsOf(url);
    const rows = Object.keys(contents)
      .filter((table) => table !== "schema_migrations")
      .map((table) => [
        table,
        rowsOf(contents, table)
          .map((row) => JSON.stringify(row))
          .sort(),
      ]);
    return { tables, rows };
  } finally {
    await source.destroy();
  }
}

describe("an upgrade of the last release", () => {
  let whole: TestDatabase;
  let killed: TestDatabase;
  beforeAll(async () => {
    [whole, killed] = [await releasedDatabase(), await releasedDatabase()];
    await migrate(whole.url, MIGRATIONS);
  });
  afterAll(async () => {
    await whole.drop();
    await killed.drop();
  });

  // One after the other in one database: each goes on from what the dead left.
  it.each(since.map((migration) => [nameOf(migration), migration] as const))(
    "is finished by the next start, whichever statement of %s was the last",
    async (_, migration) => {
      const upTo = MIGRATIONS.slice(0, MIGRATIONS.indexOf(migration) + 1);
      let deaths = 1;
      for (let statement = 1; !(await diesDone(killed.url, upTo, statement)); statement = later(statement))
        deaths += 1;
      expect(deaths).toBeGreaterThan(1);
      await migrate(killed.url, upTo);
    },
  );

  it("comes to the same schema and the same rows as without a death", async () => {
    expect(since.length).toBeGreaterThan(0);
    expect(await stateOf(killed.url)).toEqual(await stateOf(whole.url));
  });
});
