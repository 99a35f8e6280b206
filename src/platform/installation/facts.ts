import { isDuplicate, sql, type Database, type Session } from "../db/index.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import { INSTALLATION_FACTS } from "./installation-fact.entity.js";

export async function factOf(session: Session, id: string): Promise<string | null> {
  const [row] = await session.query<{ value: string }>(
    sql`select value from installation_facts where id = ${id}`,
  );
  return row?.value ?? null;
}

/** Of several servers that start at once one writes it, and the others find it. */
export async function keepFact(
  database: Database,
  scope: TenantScope,
  { id, value }: { readonly id: string; readonly value: string },
): Promise<void> {
  const keep = (): Promise<unknown> =>
    database.write(scope, async (session) => {
      const facts = session.rows(INSTALLATION_FACTS);
      if ((await facts.update({ id }, { value })) === 0 && (await factOf(session, id)) === null)
        await facts.insert({ id, value });
    });
  await keep().catch((error: unknown) => (isDuplicate(error) ? keep() : Promise.reject(error as Error)));
}
