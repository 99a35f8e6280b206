import { beginFeed } from "../src/changes/api.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import type { WorkingCalendar } from "../src/kernel/working-calendar.js";
import { sql, type Database } from "../src/platform/db/index.js";
import type { Vault } from "../src/platform/vault/vault.js";
import { Actors } from "./actors.js";
import { demoLedgers } from "./ledgers/ledgers.js";
import { loadLedgers } from "./ledgers/load-ledgers.js";
import { loadPeople, loadUnits } from "./load-register.js";
import { loadReports } from "./load-reports.js";
import { DEMO_PASSWORD } from "./people.js";
import { demoReports, type SeedReport } from "./reports.js";

export { tellDemo } from "./tell.js";

const SCOPE = TenantScope.system("load the demo");

/** Of the application that the demo is loaded into. */
interface Host {
  readonly database: Database;
  readonly identity: { readonly passwords: { hash(password: string): Promise<string> } };
  readonly calendar: WorkingCalendar;
  readonly vault: Vault;
}

/**
 * Loads the demo district into an empty database; one that has units already is left alone. All or nothing. With
 * reports of the caller's choice there are no ledgers, which fit all of the demo's own.
 */
export async function seedDemo(host: Host, chosen?: readonly SeedReport[]): Promise<boolean> {
  const { database, calendar, vault } = host;
  if (!(await isEmpty(database))) return false;
  const passwordHash = await host.identity.passwords.hash(DEMO_PASSWORD);
  await database.write(SCOPE, async (session) => {
    const units = await loadUnits(session);
    const actors = new Actors(units, await loadPeople(session, units, passwordHash, new Date()));
    const reports = chosen ?? demoReports();
    // Before the reports, whose rules then see them.
    if (!chosen)
      await loadLedgers({ database, session, actors, calendar, vault }, demoLedgers(reports, calendar));
    await loadReports(session, actors, calendar, reports);
  });
  await beginFeed(database);
  return true;
}

const isEmpty = (database: Database): Promise<boolean> =>
  database.read(SCOPE, async (session) => {
    const [found] = await session.query<{ units: number }>(sql`select count(*) as units from units`);
    return Number(found?.units ?? 0) === 0;
  });
