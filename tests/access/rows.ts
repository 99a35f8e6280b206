import { createHash } from "node:crypto";
import { TABLES } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { HISTORY } from "../../src/history/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { unitByCode, type UnitRow } from "../../src/units/index.js";
import type { TestApp } from "../harness/app.js";
import { raw, sql, type AnyTable, type Database, type Session } from "../../src/platform/db/index.js";

export const SYSTEM = TenantScope.system("look at all rows for a test");

export const tenantTables = TABLES.flatMap((table) => (table.kind === "tenant" ? [table] : []));

/** A fingerprint of the rows of each table, so that "nothing changed" can be said of all of them. */
export type Digest = ReadonlyMap<string, string>;

export const digestOf = (app: TestApp): Promise<Digest> =>
  digestBy(app.app.database, (session, table) => printOf(app, session, table));

/** Of a database that others than a test application write to. */
export const wholeDigestOf = (database: Database): Promise<Digest> => digestBy(database, fingerprint);

const digestBy = (
  database: Database,
  print: (session: Session, table: AnyTable) => Promise<string>,
): Promise<Digest> =>
  database.read(SYSTEM, async (session) => {
    const digest = new Map<string, string>();
    for (const table of TABLES) digest.set(table.name, await print(session, table));
    return digest;
  });

interface Print {
  readonly writes: number;
  readonly text: string;
}
const known = new WeakMap<TestApp, Map<string, Print>>();

/** Taken again only of a table that a statement has written to since. */
async function printOf(app: TestApp, session: Session, table: AnyTable): Promise<string> {
  const prints = known.get(app) ?? new Map<string, Print>();
  known.set(app, prints);
  const writes = app.writes.get(table.name) ?? 0;
  const last = prints.get(table.name);
  if (last?.writes === writes) return last.text;
  const text = await fingerprint(session, table);
  prints.set(table.name, { writes, text });
  return text;
}

async function fingerprint(session: Session, table: AnyTable): Promise<string> {
  const from = table.kind === "tenant" ? session.from(table, "t") : raw(`${table.name} t`);
  const rows = await session.query<object>(sql`select t.* from ${from}`);
  const lines = rows.map((row) => JSON.stringify(row, bytesAsHex)).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Bytes as text; not how often a row was held, which is a lock and says nothing. */
const bytesAsHex = (key: string, value: unknown): unknown =>
  key === "held" ? undefined : value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;

/** The names of the tables that differ. */
export const changed = (before: Digest, after: Digest): string[] =>
  [...after].flatMap(([table, print]) => (before.get(table) === print ? [] : [table]));

export async function unitOf(session: Session, code: string): Promise<UnitRow> {
  const unit = await unitByCode(session, code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

/** All that the unit's history says. */
export const historyOf = (database: Database, code: string): Promise<string> =>
  database.read(SYSTEM, async (session) => {
    const { id: unitId } = await unitOf(session, code);
    return JSON.stringify(await session.rows(HISTORY).find({ unitId }));
  });

/** The first entry about a row. */
export async function entryAbout(database: Database, subjectId: string): Promise<string> {
  const [entry] = await database.read(SYSTEM, (session) =>
    session.rows(HISTORY).find({ subjectId }, { limit: 1 }),
  );
  return toGlobalId("HistoryEntry", `${entry?.unitId}.${entry?.seq}`);
}
