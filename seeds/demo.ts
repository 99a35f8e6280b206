import { TenantScope } from "../src/kernel/tenant-scope.js";
import { sql, type Database } from "../src/platform/db/index.js";
import { loadPeople, loadUnits } from "./load-register.js";
import { loadReports } from "./load-reports.js";
import { DEMO_PASSWORD } from "./people.js";
import { demoReports, type SeedReport } from "./reports.js";

export { tellDemo } from "./tell.js";

const SCOPE = TenantScope.system("load the demo");

interface PasswordHasher {
  hash(password: string): Promise<string>;
}

/** Loads the demo district into an empty database; one that has units already is left alone. All or nothing. */
export async function seedDemo(
  database: Database,
  passwords: PasswordHasher,
  reports: readonly SeedReport[] = demoReports(),
): Promise<boolean> {
  if (!(await isEmpty(database))) return false;
  const passwordHash = await passwords.hash(DEMO_PASSWORD);
  await database.write(SCOPE, async (session) => {
    const units = await loadUnits(session);
    const people = await loadPeople(session, units, passwordHash, new Date());
    await loadReports(session, units, people, reports);
  });
  return true;
}

const isEmpty = (database: Database): Promise<boolean> =>
  database.read(SCOPE, async (session) => {
    const [found] = await session.query<{ units: number }>(sql`select count(*) as units from units`);
    return Number(found?.units ?? 0) === 0;
  });
