import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { getMetadataArgsStorage, type DataSource } from "typeorm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../migrations/index.js";
import { TABLES } from "../../src/app/app-database.js";
import { openDatabase, type MigrationClass } from "../../src/platform/db/index.js";
import { createTestDatabaseUrl, type TestDatabase } from "../harness/database.js";
import { tenantTables } from "./rows.js";
import { openSource, realTable, tableNames, type RealTable } from "./source.js";

const LOG = { debug: () => undefined, warn: () => undefined };

async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const seen: string[] = [];
  const observe = (statement: string): void => void seen.push(statement);
  const database = await openDatabase({ url, tables: TABLES, migrations, log: LOG, observe });
  await database.close();
  return seen;
}

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openSource(url, { tripwire: false });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const shapeOf = (source: DataSource): Promise<[string, RealTable][]> =>
  tableNames(source).then((names) =>
    Promise.all(
      names.map(async (name): Promise<[string, RealTable]> => [name, await realTable(source, name)]),
    ),
  );

describe("the tables", () => {
  let file: TestDatabase;
  let source: DataSource;
  let real: ReadonlyMap<string, RealTable>;
  beforeAll(async () => {
    file = await createTestDatabaseUrl();
    await migrate(file.url, MIGRATIONS);
    source = await openSource(file.url, { tripwire: false });
    real = new Map(await shapeOf(source));
  });
  afterAll(async () => {
    await source.destroy();
    await file.drop();
  });
  const table = (name: string): RealTable => {
    const found = real.get(name);
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  const columnsOf = (name: string): string[] => table(name).columns.map((column) => column.name);

  it("are those of TABLES, and each entity of the product is in it", async () => {
    const names = TABLES.map(({ name }) => name);
    expect([...real.keys()].filter((name) => name !== "schema_migrations")).toEqual([...names].sort());
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((f) =>
      f.endsWith(".entity.ts"),
    );
    const modules = await Promise.all(
      files.map((path) => import(/* @vite-ignore */ resolve("src", path)) as Promise<object>),
    );
    const classes = new Set(modules.flatMap((module) => Object.values(module) as unknown[]));
    const entities = getMetadataArgsStorage().tables.filter(({ target }) => classes.has(target));
    expect(entities.length).toBe(TABLES.length);
    const registered = new Set<unknown>(TABLES.map(({ entity }) => entity));
    expect(entities.filter(({ target }) => !registered.has(target))).toEqual([]);
  });

  it.each(tenantTables.map(({ name }) => name))("%s: each row has its unit", (name) => {
    const unit = table(name).columns.find((column) => column.name === "unit_id");
    expect(unit).toMatchObject({ nullable: false });
  });

  it("G13 have a unit and no tenant only where they are public, and no tenant only where they are known", () => {
    const shared = TABLES.filter(({ kind }) => kind === "shared").map(({ name }) => name);
    // A table without tenants is fenced by nothing: whoever adds one says here that it may be read by everybody's code.
    expect([...shared].sort()).toEqual(SHARED);
    // Former names, filing dates, what a district decided and whom it compares belong to the public register;
    // that reports are to be checked again says nothing of them, nor how many entries a history has or had.
    expect(shared.filter((name) => columnsOf(name).includes("unit_id"))).toEqual([
      "unit_names",
      "unit_places",
      "unit_successors",
      "history_gaps",
      "history_heads",
      "history_sealed_heads",
      "filing_deadlines",
      "recheck_marks",
      "district_settings",
      "letter_templates",
      "peer_groups",
    ]);
  });

  it("refer to a tenant's row together with its unit, and to what is unique", () => {
    const tenants = new Set(tenantTables.map(({ name }) => name));
    const found: string[] = [];
    for (const [name, { foreignKeys }] of real)
      for (const key of foreignKeys) {
        if (!tenants.has(key.table)) continue;
        found.push(`${name} (${key.columns.join()}) -> ${key.table} (${key.referenced.join()})`);
        const target = key.referenced.join();
        const keys = table(key.table).unique.map((columns) => columns.join());
        expect([name, keys.includes(target) || target === "id"]).toEqual([name, true]);
      }
    expect(found.sort()).toEqual([
      // As of saved queries.
      "dashboards (owner_id) -> users (id)",
      "findings (report_id,unit_id) -> reports (id,unit_id)",
      "imported_file_parts (file_id,unit_id) -> imported_files (id,unit_id)",
      "imported_files (report_id,unit_id) -> reports (id,unit_id)",
      "information_requests (split_from_id,unit_id) -> information_requests (id,unit_id)",
      // A user of one unit may hold a role at another, and a session is the user's.
      "memberships (user_id) -> users (id)",
      // With the account, whose unit never changes.
      "password_states (user_id) -> users (id)",
      "remedies (request_id,unit_id) -> information_requests (id,unit_id)",
      "remedies (review_id,unit_id) -> remedies (id,unit_id)",
      "report_filings (report_id,unit_id) -> reports (id,unit_id)",
      "report_roll_ups (report_id,unit_id) -> reports (id,unit_id)",
      "report_versions (report_id,unit_id) -> reports (id,unit_id)",
      "request_applicants (request_id,unit_id) -> information_requests (id,unit_id)",
      "request_letters (request_id,unit_id) -> information_requests (id,unit_id)",
      // Whoever saved a query may have a role at another unit, too.
      "saved_queries (owner_id) -> users (id)",
      "saved_query_versions (query_id,unit_id) -> saved_queries (id,unit_id)",
      "sessions (user_id) -> users (id)",
      // Whoever brought a table in may have a role at another unit, too.
      "table_imports (user_id) -> users (id)",
      "uploads (user_id) -> users (id)",
      "version_completeness (version_id,unit_id) -> report_versions (id,unit_id)",
      "version_differences (version_id,unit_id) -> report_versions (id,unit_id)",
      "version_documents (version_id,unit_id) -> report_versions (id,unit_id)",
      "version_fingerprints (version_id,unit_id) -> report_versions (id,unit_id)",
      "webhook_deliveries (webhook_id,unit_id) -> webhooks (id,unit_id)",
    ]);
  });

  it("let no reference to a tenant's row go unchecked", () => {
    const unchecked = tenantTables.flatMap(({ name }) => {
      const checked = table(name).foreignKeys.flatMap((key) => key.columns);
      return columnsOf(name)
        .filter((column) => column.endsWith("_id") && !checked.includes(column))
        .map((column) => `${name}.${column}`);
    });
    expect(unchecked).toEqual([
      // What was done stays on record whatever becomes of its unit, its subject and its actor; a request here is one of HTTP.
      ...["unit_id", "actor_id", "subject_id", "request_id"].map((column) => `history.${column}`),
      // A key is erased by itself.
      ...["subject_id", "unit_id"].map((column) => `history_keys.${column}`),
      // As the history, whose entries it counts.
      "change_feed.unit_id",
      "information_requests.terms_id",
    ]);
  });

  it.each(TABLES.map((t) => [t.name, t] as const))("%s is as its entity says", (name, { entity }) => {
    const { columns } = source.getMetadata(entity);
    const told = columns.map((c) => ({
      name: c.databaseName,
      nullable: c.isNullable,
      type: FAMILY[String(c.type)],
    }));
    const is = table(name).columns.map((c) => ({ name: c.name, nullable: c.nullable, type: family(c.type) }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(told.sort(byName)).toEqual(is.sort(byName));
  });
});

const SHARED: readonly string[] = [
  "district_settings",
  "filing_deadlines",
  "history_gaps",
  "history_heads",
  "history_sealed_heads",
  "history_seals",
  "idempotency_keys",
  "installation_facts",
  "known_places",
  "letter_templates",
  "peer_groups",
  "recheck_marks",
  "reckoning_terms",
  "report_sums",
  "sessions",
  "sign_in_throttles",
  "stagings",
  "unit_names",
  "unit_places",
  "unit_successors",
  "units",
  "upload_parts",
  "uploads",
];

const FAMILY: Readonly<Record<string, string>> = {
  varchar: "string",
  int: "integer",
  boolean: "boolean",
  blob: "bytes",
  text: "text",
  "simple-json": "text",
};

/** `varchar(40)`, `mediumtext` and the like, as an entity tells them apart. */
function family(type: string): string {
  if (/char/.test(type)) return "string";
  if (/bool|tinyint\(1\)/.test(type)) return "boolean";
  if (/int/.test(type)) return "integer";
  return type.includes("blob") ? "bytes" : "text";
}

const NAMES = MIGRATIONS.map((each) => new each().name ?? "");

const done = ({ url }: TestDatabase): Promise<string[]> =>
  withSource(url, (source) =>
    source.query<{ name: string }[]>("select name from schema_migrations order by id"),
  ).then((rows) => rows.map(({ name }) => name));

describe("the migrations", () => {
  let file: TestDatabase;
  beforeEach(async () => {
    file = await createTestDatabaseUrl();
  });
  afterEach(() => file.drop());

  const shape = () => withSource(file.url, shapeOf);

  it("are one statement each, numbered in the order in which they run", async () => {
    const statements = (await migrate(file.url, MIGRATIONS)).filter((s) =>
      /^\s*(create|alter|drop) /i.test(s),
    );
    const ours = statements.filter((statement) => !statement.includes("schema_migrations"));
    // In a new database there is nothing to fill and nothing to convert.
    const withoutDdl = NAMES.filter((name) => /^(Fill|Compare)/.test(name));
    expect(ours).toHaveLength(MIGRATIONS.length - withoutDdl.length);
    const numbers = NAMES.map((name) => Number(name.slice(-13)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it("are not run a second time", async () => {
    await migrate(file.url, MIGRATIONS);
    const before = [await shape(), await done(file)];
    const statements = await migrate(file.url, MIGRATIONS);
    expect(statements.filter((s) => /^\s*(create|alter|drop|insert|update|delete)\b/i.test(s))).toEqual([]);
    expect([await shape(), await done(file)]).toEqual(before);
  });

  it("keep an old server from a newer schema, and say so", async () => {
    await migrate(file.url, MIGRATIONS);
    const before = await shape();
    const old = migrate(file.url, MIGRATIONS.slice(0, -1));
    await expect(old).rejects.toThrow(`the database is newer than this server: it has ${NAMES.at(-1)}`);
    expect(await shape()).toEqual(before);
    await expect(migrate(file.url, MIGRATIONS)).resolves.toBeDefined();
  });
});

/** It died after the statement and before that was written down: MariaDB has committed the statement all the same. */
describe("a migration after which the server died", () => {
  let file: TestDatabase;
  beforeAll(async () => {
    file = await createTestDatabaseUrl();
  });
  afterAll(() => file.drop());

  // One after the other in one database, so that each is done twice and not once for each of the others.
  it.each(NAMES.map((name, i) => [name, i + 1] as const))("%s is done again", async (name, upTo) => {
    await migrate(file.url, MIGRATIONS.slice(0, upTo));
    await withSource(file.url, (source) =>
      source.query("delete from schema_migrations where name = ?", [name]),
    );
    await migrate(file.url, MIGRATIONS.slice(0, upTo));
    expect(await done(file)).toEqual(NAMES.slice(0, upTo));
  });

  it("leaves the schema as it is when nothing gets in the way", async () => {
    const other = await createTestDatabaseUrl();
    await migrate(other.url, MIGRATIONS);
    expect(await withSource(file.url, shapeOf)).toEqual(await withSource(other.url, shapeOf));
    await other.drop();
  });
});

describe("an older database", () => {
  const FIRST_OF_ALL = NAMES.findIndex((name) => name.startsWith("CompareText"));
  const ROWS = [
    ["a", "（1）", "⻔户网站"],
    ["b", "(1) ", "Ａ"],
    ["c", "2026-0001", "预算"],
  ] as const;
  const id = (letter: string): string => letter.repeat(16);

  async function comparedByLanguage(source: DataSource): Promise<void> {
    const keys: Record<"t" | "c" | "own" | "of" | "others", string>[] = await source.query(
      `select table_name as t, constraint_name as c, group_concat(column_name order by ordinal_position) as own,
         referenced_table_name as 'of', group_concat(referenced_column_name order by ordinal_position) as others
       from information_schema.key_column_usage
       where table_schema = database() and referenced_table_name is not null
       group by table_name, constraint_name, referenced_table_name`,
    );
    for (const { t, c } of keys) await source.query(`alter table ${t} drop foreign key ${c}`);
    for (const name of await tableNames(source))
      await source.query(
        `alter table ${name} convert to character set utf8mb4 collate utf8mb4_unicode_520_ci`,
      );
    for (const { t, c, own, of, others } of keys)
      await source.query(
        `alter table ${t} add constraint ${c} foreign key (${own}) references ${of} (${others})`,
      );
  }

  async function older(source: DataSource): Promise<void> {
    const sqlite = source.options.type === "better-sqlite3";
    // As the first version made it: compared by the rules of a language.
    if (!sqlite) await comparedByLanguage(source);
    await source.query(
      `insert into units (id, code, name, short_name, aliases, search_text, kind, path, files_report, revision)
       values (?, '37', '⼭东', '山东', '[]', '⼭东', 'GOVERNMENT', '37/', 1, 1)`,
      [id("u")],
    );
    // MariaDB took the second number for the first.
    for (const [letter, number, subject] of ROWS.slice(sqlite ? 0 : 1))
      await source.query(
        `insert into information_requests (id, unit_id, number, subject, applicant_kind, receipt_channel, arrived_on,
           received_on, counted_on, state, provisional, used_days, revision, created_at)
         values (?, ?, ?, ?, 'NATURAL_PERSON', 'IN_PERSON', '2026-01-05', '2026-01-05', '2026-01-05', 'RECEIVED', 0, 0, 1, ?)`,
        [id(letter), id("u"), number, subject, `2026-01-0${letter === "b" ? 6 : 5}T00:00:00.000Z`],
      );
  }

  it("D7 is brought to the one rule for text, losing nothing, and no second time", async () => {
    const file = await createTestDatabaseUrl();
    try {
      await migrate(file.url, MIGRATIONS.slice(0, FIRST_OF_ALL));
      const before = await withSource(file.url, async (source) => {
        await older(source);
        return (await shapeOf(source)).map(([name, { foreignKeys }]) => [name, foreignKeys]);
      });
      for (let again = 0; again < 2; again++) {
        await migrate(file.url, MIGRATIONS);
        await withSource(file.url, async (source) => {
          const sqlite = source.options.type === "better-sqlite3";
          const keys: { k: string; s: string }[] = await source.query(
            "select number_key as k, subject_key as s from information_requests order by id",
          );
          const all = [
            { k: "(1)", s: "门户网站" },
            { k: sqlite ? `(1) ${id("b")}` : "(1)", s: "a" },
            { k: "2026-0001", s: "预算" },
          ];
          expect(keys.map((row) => ({ ...row }))).toEqual(all.slice(sqlite ? 0 : 1));
          const [unit]: { t: string }[] = await source.query("select search_text as t from units");
          expect(unit?.t).toBe("山东");
          if (sqlite) return;
          const others: unknown[] = await source.query(
            `select table_name from information_schema.columns where table_schema = database()
               and table_name <> 'schema_migrations'
               and collation_name is not null and collation_name <> 'utf8mb4_bin'`,
          );
          expect(others).toEqual([]);
          const now = new Map((await shapeOf(source)).map(([name, { foreignKeys }]) => [name, foreignKeys]));
          // The tables of events were dropped since.
          for (const [name, foreignKeys] of before)
            if (now.has(name as string)) expect(now.get(name as string)).toEqual(foreignKeys);
          expect(now.size).toBeGreaterThan(30);
        });
      }
    } finally {
      await file.drop();
    }
  });
});
