import { CallerFault } from "../kernel/fault.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { text } from "../kernel/text.js";
import { raw, sql, type Database, type Session } from "../platform/db/index.js";
import { factOf, keepFact } from "../platform/installation/index.js";
import { VERSIONS } from "../filing/index.js";
import { rebuildSums } from "./rebuild-sums.store.js";

const SCOPE = TenantScope.system("whether the areas' sums are there");
const ID = "report sums";
/** Counted up by whoever changes what the sums hold: each server then adds them up anew when it starts. */
const MADE = "1";

/** Adds up anew, and knows from then on that the sums are whole. */
export async function rebuildAllSums(database: Database): Promise<number> {
  const sums = await rebuildSums(database);
  await keepFact(database, SCOPE, { id: ID, value: MADE });
  return sums;
}

/** Answers the adding up that an upgrade left to be done, or null where there is none. */
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

/** Half a sum is a wrong sum: until all are there, nobody is told any. */
export async function expectSums(session: Session): Promise<void> {
  if ((await factOf(session, ID)) === MADE) return;
  throw new CallerFault(
    "UNAVAILABLE",
    text(
      "系统升级后正在重新汇总区域合计，请稍后再试",
      "After an upgrade the areas' sums are being added up anew: try again shortly",
    ),
  );
}
