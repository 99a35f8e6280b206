import { TenantScope } from "../../kernel/tenant-scope.js";
import { HealthProbe, newId, type Database, type Session } from "../db/index.js";
import { INSTALLATION_FACTS } from "./installation-fact.entity.js";

const SCOPE = TenantScope.system("health check");

/** Looks at the database as a clerk would: it saves a row and reads it, and where that fails, only reads. */
export const databaseHealth = (database: Database, log: { warn(message: string): void }): HealthProbe =>
  new HealthProbe({
    write: async () => {
      await database.probe(SCOPE, writeAndRead);
      // On a full disk there may still be room for one small row.
      if (database.takeDiskFaults() > 0) throw new Error("saves failed for the disk");
    },
    read: () => database.read(SCOPE, (session) => session.rows(INSTALLATION_FACTS).find({}, { limit: 1 })),
    warn: (message) => log.warn(message),
  });

/** A row of its own that never stays: servers that look at the same time do not meet. */
async function writeAndRead(session: Session): Promise<void> {
  const facts = session.rows(INSTALLATION_FACTS);
  const id = `health ${newId()}`;
  await facts.insert({ id, value: "" });
  if (!(await facts.one({ id }))) throw new Error("what was written cannot be read");
  await facts.delete({ id });
}
