import { TenantScope } from "../kernel/tenant-scope.js";
import { sql, type Database, type TenantTable } from "../platform/db/index.js";
import { cellKey } from "../platform/vault/cell-key.js";

interface Keyed {
  id: string;
  unitId: string;
  cellKey?: number | null;
}

const SCOPE = TenantScope.system("draw the keys of records that have none");
const BATCH = 1000;

/** Fills in keys of records that were written before keys existed, or by a command without the secret. */
export async function drawCellKeys(database: Database, table: TenantTable<Keyed>): Promise<void> {
  let drawn: number;
  do {
    drawn = await database.write(SCOPE, async (session) => {
      const rows = await session.query<{ id: string }>(
        sql`select r.id from ${session.from(table, "r")} where r.cell_key is null limit ${BATCH}`,
      );
      for (const { id } of rows) await session.rows(table).update({ id }, { cellKey: cellKey(id) });
      return rows.length;
    });
  } while (drawn === BATCH);
}
