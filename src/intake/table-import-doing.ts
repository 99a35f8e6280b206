import { setImmediate, setTimeout } from "node:timers/promises";
import { asOperator, authorize, begin, type Call, type Commands, type Viewer } from "../access/index.js";
import { append } from "../history/index.js";
import type { Clock } from "../kernel/clock.js";
import type { CsvProblem } from "../kernel/csv-table.js";
import { CallerFault, notFound } from "../kernel/fault.js";
import { Refusal } from "../kernel/problem.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { text } from "../kernel/text.js";
import { STAGINGS, type Database, type Session } from "../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { atOnce, entered } from "./import-table.js";
import { MOST_PROBLEMS, openTable, type OpenTable, type ReadRow } from "./read-table.js";
import type { ImportServices, TableImport } from "./table-entering.js";
import type { TableImportRow } from "./table-import.entity.js";
import { advance, openSheet } from "./table-import.store.js";

export const MOST_ROWS_IN_BACKGROUND = 50_000;
export const SCOPE = TenantScope.system("entering a table in the background");
/** So long a transaction may take rows in: another caller's save waits no longer than that, and a little. */
const TRANSACTION_MS = 20;
const LONGEST_PAUSE_MS = 100;
export const MOST_ROWS_AT_ONCE = 100;

export interface ImportWork {
  readonly database: Database;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly services: ImportServices;
  /** With the roles that the user holds now. */
  readonly viewerOfUser: (userId: string) => Promise<Viewer | null>;
}

/** What an import is worked off with; `stopped` says that the server closes. */
export interface Doing extends ImportWork {
  readonly row: TableImportRow;
  readonly spec: TableImport;
  readonly stopped: () => boolean;
}

export const move = ({ database, row }: Doing, values: Partial<TableImportRow>): Promise<void> =>
  database.write(SCOPE, (session) => advance(session, row, values));

/** Ends without a row: at once, or after what was entered is taken back. */
export async function giveUp(
  doing: Doing,
  ending: "REFUSED" | "FAILED",
  problems: readonly CsvProblem[],
  problemCount = problems.length,
): Promise<void> {
  const told = { problems: JSON.stringify(problems.slice(0, MOST_PROBLEMS)), problemCount };
  await move(doing, { state: "TAKING_BACK", ending, ...told });
}

export interface Outcome {
  readonly rows: number;
  readonly problems: readonly CsvProblem[];
}

/** The user has lost the right to do this since, or the unit is no more; other faults go on. */
export function reasonOf(error: unknown): CsvProblem {
  const gone = error instanceof CallerFault && ["NOT_FOUND", "FORBIDDEN"].includes(error.code);
  if (gone) return { row: 1, column: null, message: error.text };
  const [problem] = error instanceof Refusal ? error.problems : [];
  if (problem) return { row: 1, column: null, message: problem.message };
  throw error;
}

/** Others' turn, for as long as a transaction has taken: it may go on for minutes, and nobody is to notice. */
export async function inTurns<T>(transaction: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await transaction();
  } finally {
    await setTimeout(Math.min(performance.now() - began, LONGEST_PAUSE_MS));
  }
}

export async function viewerFor({ viewerOfUser, row }: Doing): Promise<Viewer> {
  const viewer = await viewerOfUser(row.userId);
  if (!viewer) throw notFound();
  return viewer;
}

export interface Some {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly rows: readonly ReadRow[];
  readonly table: OpenTable;
  readonly onChange: (year: number) => void;
}

/** Enters rows until the time of one transaction is over; answers how many, and what the ledger refused of them. */
export async function enterSome(
  doing: Doing,
  { session, viewer, rows, table, onChange }: Some,
): Promise<Outcome> {
  const { clock, spec, services } = doing;
  const unit = await unitOf(doing, session, viewer);
  const call: Call = begin({
    vault: services.vault,
    session,
    viewer,
    now: clock.now(),
    operation: spec.operation,
    requestId: null,
  });
  const unseen: ImportServices = {
    ...services,
    onChange: (_session, _unit, year) => Promise.resolve(onChange(year)),
  };
  const until = performance.now() + TRANSACTION_MS;
  const problems: CsvProblem[] = [];
  let done = 0;
  while (done < rows.length && performance.now() < until) {
    const some = rows.slice(done, done + atOnce(spec));
    problems.push(...(await entered(call, { spec, unit, rows: some, placed: table.placed }, unseen)));
    done += some.length;
    // SQLite answers at once: without a pause no other request would get on until the transaction ends.
    await setImmediate();
  }
  return { rows: done, problems };
}

export async function unitOf({ row, spec }: Doing, session: Session, viewer: Viewer): Promise<UnitRow> {
  const [found] = await unitsByIds(session, [row.unitId]);
  const unit = authorize(viewer, spec.permission, found ?? null);
  if (unit.dissolvedOn !== null)
    throw new Refusal({ code: "NOT_ALLOWED_NOW", path: ["input"], message: DISSOLVED });
  return unit;
}

const DISSOLVED = text("单位已撤销", "The unit has been dissolved");

export const told = ({ kind, fileName, sha256 }: TableImportRow, rows: number | null) => ({
  kind,
  fileName,
  sha256,
  rows,
});

export async function end(
  { database, row, clock }: Doing,
  state: TableImportRow["state"],
  values: Partial<TableImportRow>,
): Promise<void> {
  await database.write(SCOPE, async (session) => {
    const now = clock.now();
    await advance(session, row, {
      ...values,
      state,
      sheet: null,
      rowsWritten: 0,
      endedAt: now.toISOString(),
    });
    await session.rows(STAGINGS).delete({ id: row.id });
    if (row.preview) return;
    const [unit] = await unitsByIds(session, [row.unitId]);
    const call = asOperator(session, now, "takeBackTableImport");
    const subject = { type: "TableImport", id: row.id } as const;
    if (unit) append(call, { unit, subject, details: { ...told(row, row.rowCount), ending: state } });
  });
}

export const openRows = async ({ row, spec, services }: Doing): Promise<OpenTable> =>
  openTable(spec, await openSheet(services.vault, row), { mostRows: MOST_ROWS_IN_BACKGROUND });

export function* inBatches<T>(rows: Generator<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === MOST_ROWS_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
