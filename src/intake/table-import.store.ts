import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { CsvProblem } from "../kernel/csv-table.js";
import { sql, type Session } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import { TABLE_IMPORT_ROWS, type TableImportRow } from "./table-import.entity.js";

/** A process that has not said for so long how far it is, is taken for stopped. */
const LEASE_MS = 60_000;
/** After a failure it is tried again so much later. */
const RETRY_MS = 30_000;

export const leaseFrom = (now: Date): string => new Date(now.getTime() + LEASE_MS).toISOString();

/** Somebody else goes on with the import, or somebody has cancelled it. */
export class NoLongerOurs extends Error {
  override readonly name = "NoLongerOurs";
}

type Waiting = Pick<TableImportRow, "id" | "unitId" | "worker" | "leasedUntil" | "attempts">;

/** The import that has waited longest and that no process is at work on; null if there is none. */
export async function waitingImport(session: Session, now: Date): Promise<Waiting | null> {
  const [found] = await session.query<Waiting>(
    sql`select i.id, i.unit_id as unitId, i.worker, i.leased_until as leasedUntil, i.attempts
        from ${session.from(TABLE_IMPORT_ROWS, "i")}
        where i.ended_at is null and (i.leased_until is null or i.leased_until < ${now.toISOString()})
        order by i.created_at, i.id limit 1`,
  );
  return found ?? null;
}

/** Takes an import over, unless another process has just done so. */
export async function claimImport(
  session: Session,
  { attempts, ...as }: Waiting,
  worker: string,
  now: Date,
): Promise<TableImportRow | null> {
  const claimed = { worker, leasedUntil: leaseFrom(now), attempts: Number(attempts) + 1 };
  const rows = session.rows(TABLE_IMPORT_ROWS);
  return (await rows.update(as, claimed)) === 1 ? rows.one({ id: as.id }) : null;
}

/** Changes an import that this process is at work on, as long as it is in that state; throws NoLongerOurs otherwise. */
export async function advance(
  session: Session,
  { id, unitId, worker, state }: TableImportRow,
  values: Partial<TableImportRow>,
): Promise<void> {
  const changed = await session.rows(TABLE_IMPORT_ROWS).update({ id, unitId, worker, state }, values);
  if (changed === 0) throw new NoLongerOurs();
}

/** Leaves an import to any process: at once, or after a failure a little later. */
export const letGo = async (
  session: Session,
  { id, unitId, worker }: TableImportRow,
  failedAt: Date | null,
): Promise<void> => {
  const leasedUntil = failedAt && new Date(failedAt.getTime() + RETRY_MS).toISOString();
  await session.rows(TABLE_IMPORT_ROWS).update({ id, unitId, worker }, { worker: null, leasedUntil });
};

export const problemsOf = ({ problems }: Pick<TableImportRow, "problems">): readonly CsvProblem[] =>
  problems === null ? [] : (JSON.parse(problems) as CsvProblem[]);

const placeOf = ({ id, unitId }: Pick<TableImportRow, "id" | "unitId">): string =>
  `table_imports ${unitId} ${id}`;

/** A table may hold applicants: it is sealed like them. `sheet` is packed already. */
export const sealSheet = (
  vault: Vault,
  sheet: string,
  place: Pick<TableImportRow, "id" | "unitId">,
): string => vault.seal(sheet, placeOf(place)).toString("base64");

const unpack = promisify(gunzip);

export async function openSheet(vault: Vault, row: TableImportRow): Promise<string> {
  if (row.sheet === null) throw new Error(`nothing is left of the table ${row.id}`);
  const packed = vault.open(Buffer.from(row.sheet, "base64"), placeOf(row));
  return (await unpack(Buffer.from(packed, "base64"))).toString();
}
