import { MIGRATIONS } from "../../migrations/index.js";
import { TABLES } from "../../src/app/app-database.js";
import { openDatabase, type MigrationClass } from "../../src/platform/db/index.js";
import { createTestDatabaseUrl, type TestDatabase } from "../harness/database.js";
import type { Answered } from "./answer-to.js";
import { fill, rowsOf, type Contents } from "./database-contents.js";
import { read } from "./packed.js";
import type { Asker, Question } from "./recording/asking.js";

export interface Recording {
  /** The instant of all questions. */
  readonly askedAt: string;
  /** The schema of the release, as SDL. */
  readonly schema: string;
  /** Of sessions that had begun before; null for the public. */
  readonly tokens: Readonly<Record<Asker, string | null>>;
  readonly recorded: readonly (Question & { readonly answer: Answered })[];
}

/** The last release, named by the number of its migrations. */
const FOLDER = new URL("release-0074/", import.meta.url).pathname;

export const recording = (): Recording => read(`${FOLDER}answers.json.br`);
export const releasedContents = (): Contents => read(`${FOLDER}database.json.br`);

const LOG = { debug: () => undefined, warn: () => undefined };

/** Brings the schema up to these migrations; `observe` sees each statement before it runs. */
export async function migrate(
  url: string,
  migrations: readonly MigrationClass[],
  observe?: (statement: string) => void,
): Promise<void> {
  const database = await openDatabase({ url, tables: TABLES, migrations, log: LOG, observe });
  await database.close();
}

export const nameOf = (migration: MigrationClass): string => new migration().name ?? "";

/** The migrations of the release. */
export function releasedMigrations(contents: Contents): MigrationClass[] {
  const names = rowsOf(contents, "schema_migrations").map(({ name }) => name);
  return MIGRATIONS.filter((migration) => names.includes(nameOf(migration)));
}

/** A database as the release left it: its schema, and every row. */
export async function releasedDatabase(): Promise<TestDatabase> {
  const contents = releasedContents();
  const database = await createTestDatabaseUrl();
  await migrate(database.url, releasedMigrations(contents));
  await fill(database.url, contents);
  return database;
}
