import { CallerFault } from "../kernel/fault.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { text } from "../kernel/text.js";
import { raw, sql, type Database, type Session } from "../platform/db/index.js";
import { factOf, keepFact } from "../platform/installation/index.js";
import { VERSIONS } from "../reports/index.js";
import { rebuildSums } from "./rebuild-sums.store.js";

const SCOPE = TenantScope.system("whether the areas' sums are there");
const ID = "report sums";
/** Version of the sums' content: when it is raised, each server recomputes the sums at its start. */
const MADE = "1";

/** Recomputes all sums and records that they are complete. */
export async function rebuildAllSums(database: Database): Promise<number> {
  const sums = await rebuildSums(database);
  await keepFact(database, SCOPE, { id: ID, value: MADE });
  return sums;
}

/** The recomputation that an upgrade left to do, or null. */
export async function sumsOwed(database: Database): Promise<(() => Promise<number>) | null> {
  const { made, versions } = await database.read(SCOPE, async (session) => ({
    made: await factOf(session, ID),
    versions: await session.query(sql`select 1 as n from ${session.from(VERSIONS, "v")} ${raw("limit 1")}`),
  }));
  if (made === MADE) return null;
  if (versions.length > 0) return () => rebuildAllSums(database);
  await keepFact(database, SCOPE, { id: ID, value: MADE });
  return null;
}

/** Refuses queries until all sums are complete. */
export async function expectSums(session: Session): Promise<void> {
  if ((await factOf(session, ID)) === MADE) return;
  throw new CallerFault(
    "UNAVAILABLE",
    text(
      "系统升级后正在重新汇总区域合计，请稍后再试",
      "After an upgrade the areas' sums are being recomputed: try again shortly",
    ),
  );
}
