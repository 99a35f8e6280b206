import { DataSource, EntityManager, QueryBuilder, Repository, type QueryRunner } from "typeorm";
import { Database, type Session, sql } from "../../src/platform/db/index.js";
import type { Leak } from "./isolation-checks.js";
import type { Caller } from "./people.js";
import { SYSTEM, tenantTables, unitOf } from "./rows.js";
import type { World } from "./tenants.js";

/** The first fence: what of the database can be got hold of from something, by whatever path. */
export function databaseReachableFrom(root: object): Leak[] {
  const leaks: Leak[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value))
      return;
    seen.add(value);
    if (opensDatabase(value)) leaks.push(`${path} is a ${value.constructor.name}`);
    if (value instanceof Map || value instanceof Set)
      [...value].forEach((entry, i) => visit(entry, `${path}<${i}>`));
    for (const key of Reflect.ownKeys(value)) visit(valueAt(value, key), `${path}.${String(key)}`);
    visit(Object.getPrototypeOf(value), `${path}.[prototype]`);
  };
  visit(root, "it");
  return leaks;
}

const CLASSES = [Database, DataSource, EntityManager, QueryBuilder, Repository];

function opensDatabase(value: object): boolean {
  if (CLASSES.some((type) => value instanceof type)) return true;
  const { query, startTransaction } = value as Partial<QueryRunner>;
  return typeof query === "function" && typeof startTransaction === "function";
}

function valueAt(value: object, key: PropertyKey): unknown {
  try {
    return (value as Record<PropertyKey, unknown>)[key];
  } catch {
    return undefined; // a getter that wants another `this`
  }
}

type Row = Readonly<Record<string, unknown>>;

/**
 * The second and third fence: the rows of the planted tenants and their districts that a caller's scope lets through,
 * table by table. What is published, the catalogue and the history of the register are everybody's, and some queries are for all of a district.
 */
export async function rowsSeenBy(
  world: World,
  caller: Caller,
  tables: readonly (typeof tenantTables)[number][] = tenantTables,
): Promise<Leak[]> {
  const { database, identity } = world.app.app;
  const { token } = world.people.as(caller);
  const viewer = await identity.viewerOf(token === null ? undefined : `Bearer ${token}`);
  const foreign = await database.read(SYSTEM, async (session) =>
    Promise.all(
      world.tenants
        .flatMap(({ code, district }) => [code, district])
        .map(async (code) => (await unitOf(session, code)).id),
    ),
  );
  const open = await database.read(SYSTEM, async (session) => [
    ...(await publishedVersions(session)),
    ...(await queriesForAllBelow(session)),
    ...(await disclosed(session)),
  ]);
  return database.read(viewer.scope, async (session) => {
    const leaks: Leak[] = [];
    for (const table of tables) {
      const tell = (way: string, unitId: unknown, id: unknown): void => {
        if (foreign.includes(String(unitId)) && !open.includes(String(id)))
          leaks.push(`${table.name} by ${way}, as ${caller}`);
      };
      // Of a report's rows only how it kept its dates is published with it.
      const reportOf = (row: Row): unknown =>
        table.name === "report_filings" ? (row["reportId"] ?? row["report_id"]) : null;
      const found: Row[] = await session.rows(table as never).find({});
      for (const row of found)
        if (row["readers"] !== "PUBLIC")
          tell("rows", row["unitId"], row["versionId"] ?? row["id"] ?? reportOf(row));
      for (const row of await session.query<Row>(sql`select * from ${session.from(table, "t")}`))
        if (row["readers"] !== "PUBLIC")
          tell("from", row["unit_id"], row["version_id"] ?? row["id"] ?? reportOf(row));
    }
    return [...new Set(leaks)];
  });
}

const tableNamed = (name: string): (typeof tenantTables)[number] => {
  const table = tenantTables.find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
};

async function publishedVersions(session: Session): Promise<string[]> {
  const rows = await session.query<{ id: string; report: string }>(
    sql`select v.id, v.report_id as report from ${session.from(tableNamed("report_versions"), "v")}
        where v.status = 'PUBLISHED'`,
  );
  // How a published report kept its dates is as public as the report.
  return rows.flatMap(({ id, report }) => [id, report]);
}

async function disclosed(session: Session): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    sql`select d.id from ${session.from(tableNamed("disclosures"), "d")} where d.status = 'PUBLISHED'
        union all select c.id from ${session.from(tableNamed("disclosure_catalogue"), "c")}`,
  );
  return rows.map(({ id }) => id);
}

async function queriesForAllBelow(session: Session): Promise<string[]> {
  const rows = await session.query<{ id: string; version: string }>(
    sql`select q.id, v.id as version from ${session.from(tableNamed("saved_queries"), "q")}
        join ${session.from(tableNamed("saved_query_versions"), "v")} on v.query_id = q.id
        where q.visibility = 'SUBTREE'`,
  );
  const dashboards = await session.query<{ id: string }>(
    sql`select d.id from ${session.from(tableNamed("dashboards"), "d")} where d.visibility = 'SUBTREE'`,
  );
  return [...rows.flatMap(({ id, version }) => [id, version]), ...dashboards.map(({ id }) => id)];
}

/** The fourth fence: what a runner without a scope gets out of the database. */
export async function statementsRun(source: DataSource): Promise<Leak[]> {
  const leaks: Leak[] = [];
  const attempt = async (way: string, run: () => Promise<unknown>): Promise<void> => {
    try {
      await run();
      leaks.push(way);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("outside a unit of work")) throw error;
    }
  };
  for (const { name, entity } of tenantTables) {
    await attempt(`raw select of ${name}`, () => source.query(`select * from ${name}`));
    await attempt(`shouted select of ${name}`, () => source.query(`SELECT *\nFROM\t${name} T`));
    await attempt(`quoted select of ${name}`, () => source.query(`/* ! */ select * from \`${name}\``));
    await attempt(`repository of ${name}`, () => source.getRepository(entity).find());
    await attempt(`manager of ${name}`, () =>
      source.manager.update(entity, { unitId: "x" }, { unitId: "y" }),
    );
    await attempt(`delete of ${name}`, () => source.query(`delete from ${name} where unit_id = 'x'`));
    await attempt(`query builder of ${name}`, () => source.createQueryBuilder(entity, "t").getMany());
    await attempt(`copy of ${name}`, () =>
      source.query(`create table stolen_${name} as select * from ${name}`),
    );
  }
  return leaks;
}

/**
 * Tables whose rows are bound to others of their unit; what stands alone has nothing to be torn from. The history names
 * its subjects and is bound to none: it outlives them.
 */
export const REFERRING: readonly string[] = [
  ...["reports", "findings", "report_versions", "version_documents"],
  ...[
    "version_differences",
    "version_fingerprints",
    "report_roll_ups",
    "report_filings",
    "version_completeness",
  ],
  ...["information_requests", "request_applicants", "remedies"],
  ...["saved_queries", "saved_query_versions"],
];

/** The fifth fence: statements that would give one tenant's rows to another; each is undone. */
export async function mixturesAccepted(
  runner: QueryRunner,
  [mine, theirs]: readonly [string, string],
): Promise<Leak[]> {
  const leaks: Leak[] = [];
  const attempt = async (what: string, statement: string, values: readonly unknown[]): Promise<void> => {
    await runner.startTransaction();
    try {
      await runner.query(statement, [...values]);
      leaks.push(what);
    } catch (error) {
      if (!/foreign key|NOT NULL|cannot be null/i.test(String(error))) throw error;
    } finally {
      await runner.rollbackTransaction();
    }
  };
  for (const table of REFERRING) {
    await attempt(`${table} moved`, `update ${table} set unit_id = ? where unit_id = ?`, [theirs, mine]);
    await attempt(`${table} without a unit`, `update ${table} set unit_id = null where unit_id = ?`, [mine]);
  }
  for (const table of ["remedies", "findings"]) {
    const [row]: Row[] = await runner.query(`select * from ${table} where unit_id = ? limit 1`, [mine]);
    const copy: Row = { ...row, id: "mixed-mixed-0001", unit_id: theirs };
    const changed = "fingerprint" in copy ? { ...copy, fingerprint: "mixed" } : copy;
    const names = Object.keys(changed).map((name) => `\`${name}\``);
    const marks = names.map(() => "?").join();
    await attempt(
      `${table} inserted`,
      `insert into ${table} (${names.join()}) values (${marks})`,
      Object.values(changed),
    );
  }
  return leaks;
}
