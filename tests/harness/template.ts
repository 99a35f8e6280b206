import { createRequire } from "node:module";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import mysql, { type RowDataPacket } from "mysql2/promise";
import { inject } from "vitest";
import { seedDemo } from "../../seeds/demo.js";
import { createApp, type AppOptions } from "../../src/app/app.js";
import { createTestDatabaseUrl, type TestDatabase } from "./database.js";

/** What many tests begin with: made once in a run, then copied, which takes a fraction of the time. */
export type Template = "people" | "reports";

export type SeedOptions = Pick<AppOptions, "config" | "clock" | "passwordCost">;

/** A database of the caller's own with the seed in it. */
export async function seededDatabase(seed: Template, options: SeedOptions): Promise<TestDatabase> {
  const server = inject("database");
  const from = await templateOf(seed, options);
  const copy = await createTestDatabaseUrl();
  if (server.kind === "sqlite") copyFileSync(fileOf(from), fileOf(copy.url));
  else await copyTables(from, copy.url);
  return copy;
}

const fileOf = (url: string): string => url.slice("sqlite:".length);

/** Whoever comes first makes it, the others wait: the threads of a run share a folder, and nothing else. */
async function templateOf(seed: Template, options: SeedOptions): Promise<string> {
  const { templates } = inject("database");
  const ready = join(templates, `${seed}.url`);
  const failed = join(templates, `${seed}.failed`);
  try {
    mkdirSync(join(templates, seed));
  } catch {
    while (!existsSync(ready)) {
      if (existsSync(failed)) throw new Error(`the template ${seed} could not be made`);
      await sleep(20);
    }
    return readFileSync(ready, "utf8");
  }
  try {
    const { url } = await createTestDatabaseUrl();
    const config = { ...options.config, databaseUrl: url };
    const app = await createApp({ ...options, config, log: pino({ level: "silent" }) });
    await seedDemo(app, seed === "reports" ? undefined : []);
    await app.settled();
    await app.close();
    const made = url.startsWith("sqlite:") ? wholeFile(url, join(templates, `${seed}.sqlite`)) : url;
    writeFileSync(`${ready}.new`, made);
    renameSync(`${ready}.new`, ready);
    return made;
  } catch (error) {
    writeFileSync(failed, "");
    throw error;
  }
}

/** One file with everything in it: the last rows may stand in the log beside it until somebody asks. */
function wholeFile(url: string, file: string): string {
  const Libsql = createRequire(import.meta.url)("libsql") as new (path: string) => {
    exec(statement: string): void;
    close(): void;
  };
  const database = new Libsql(fileOf(url));
  database.exec(`vacuum into '${file}'`);
  database.close();
  return `sqlite:${file}`;
}

async function copyTables(from: string, to: string): Promise<void> {
  const [source, target] = [from, to].map((url) => new URL(url).pathname.slice(1));
  const connection = await mysql.createConnection({ uri: to, multipleStatements: true });
  try {
    const [tables] = await connection.query<RowDataPacket[]>(
      "select table_name as name from information_schema.tables where table_schema = ?",
      [source],
    );
    const creates: string[] = [];
    for (const { name } of tables) {
      const [rows] = await connection.query<RowDataPacket[]>(`show create table ${source}.${name}`);
      creates.push(
        `${rows[0]?.["Create Table"]}; insert into ${target}.${name} select * from ${source}.${name};`,
      );
    }
    await connection.query(`set foreign_key_checks = 0; ${creates.join("\n")}`);
  } finally {
    await connection.end();
  }
}
