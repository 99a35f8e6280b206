import { asOperator } from "../access/index.js";
import { append, PLATFORM } from "../history/index.js";
import { systemClock } from "../kernel/clock.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { isDuplicate, type Database, type Session } from "../platform/db/index.js";
import { addUpAreas } from "./adding-up.js";
import { packSums } from "./packing-sums.js";
import {
  areasBelow,
  deleteSums,
  holdSums,
  portions,
  storedVersions,
  type Portion,
} from "./rebuilding.read-model.js";
import { REPORT_SUMS } from "./report-sum.entity.js";

const SCOPE = TenantScope.system("add up the areas' sums anew");

/** Recomputes all sums from the versions, province by province and year by year. Returns the number of sums. */
export async function rebuildSums(database: Database): Promise<number> {
  let sums = 0;
  for (const portion of await database.read(SCOPE, portions)) sums += await rebuildPortion(database, portion);
  return sums;
}

async function rebuildPortion(database: Database, portion: Portion): Promise<number> {
  const attempt = (): Promise<number> =>
    database.write(SCOPE, async (session) => {
      const sums = await replaceSums(session, portion);
      append(asOperator(session, systemClock.now(), "rebuildAreaSums"), {
        ...{ unit: PLATFORM, subject: { type: "Installation", id: null } },
        details: { ...portion, sums },
      });
      return sums;
    });
  try {
    return await attempt();
  } catch (error) {
    // A first report of the year was filed meanwhile, so the row exists and can be locked on retry.
    if (isDuplicate(error)) return attempt();
    throw error;
  }
}

/** Within the caller's transaction, which must see every unit's versions. */
export async function replaceSums(session: Session, portion: Portion): Promise<number> {
  await holdSums(session, portion);
  const areas = await areasBelow(session, portion.root);
  const rows = addUpAreas(areas, await storedVersions(session, portion)).map(({ sums, ...area }) => ({
    ...area,
    year: portion.year,
    filed: sums.reports,
    cells: Buffer.from(packSums(sums)),
  }));
  await deleteSums(session, portion);
  if (rows.length > 0) await session.rows(REPORT_SUMS).insert(...rows);
  return rows.length;
}
