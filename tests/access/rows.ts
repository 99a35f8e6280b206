import { createHash } from "node:crypto";
import { TABLES } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { HISTORY } from "../../src/history/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { unitByCode, type UnitRow } from "../../src/units/index.js";
import { raw, sql, type AnyTable, type Database, type Session } from "../../src/platform/db/index.js";

export const SYSTEM = TenantScope.system("look at all rows for a test");

export const tenantTables = TABLES.flatMap((table) => (table.kind === "tenant" ? [table] : []));

/** A fingerprint of the rows of each table, so that "nothing changed" can be said of all of them. */
export type Digest = ReadonlyMap<string, string>;

export const digestOf = (database: Database): Promise<Digest> =>
  database.read(SYSTEM, async (session) => {
    const digest = new Map<string, string>();
    for (const table of TABLES) digest.set(table.name, await fingerprint(session, table));
    return digest;
  });

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
