import type { Session, TenantTable } from "../platform/db/index.js";
import { staleRecord } from "./record.problems.js";

interface Revised {
  readonly id: string;
  readonly unitId: string;
  readonly revision: number;
}

/** Changes a record if nobody else has since it was read, and counts its revision up. */
export async function changeRecord<Row extends Revised>(
  session: Session,
  table: TenantTable<Row>,
  record: Row,
  values: Partial<Row>,
): Promise<Row> {
  const { id, unitId, revision }: Revised = record;
  const rows = session.rows<Revised>(table as TenantTable<Revised>);
  const changed = await rows.update({ id, unitId, revision }, { ...values, revision: revision + 1 });
  if (changed === 0) throw staleRecord((await rows.one({ id }))?.revision ?? revision);
  return { ...record, ...values, revision: revision + 1 };
}
