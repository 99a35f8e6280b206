import { setImmediate } from "node:timers/promises";
import { append } from "../history/index.js";
import type { CsvProblem } from "../kernel/csv-table.js";
import { notFound } from "../kernel/fault.js";
import { Refusal } from "../kernel/problem.js";
import { STAGINGS } from "../platform/db/index.js";
import { MOST_PROBLEMS, type OpenTable, type ReadRow } from "./read-table.js";
import {
  end,
  enterSome,
  giveUp,
  inBatches,
  inTurns,
  MOST_ROWS_AT_ONCE,
  move,
  openRows,
  reasonOf,
  SCOPE,
  told,
  unitOf,
  viewerFor,
  type Doing,
  type ImportWork,
  type Outcome,
  type Some,
} from "./table-import-doing.js";
import { TABLE_IMPORTS } from "./table-imports.data.js";
import { TABLE_IMPORT_ROWS, type TableImportRow } from "./table-import.entity.js";
import { advance, leaseFrom, NoLongerOurs } from "./table-import.store.js";

const MOST_ATTEMPTS = 5;

/**
 * Takes a claimed import as far as it gets: checks every row, enters them unseen, lets all appear at once. What a stop
 * leaves is gone on with by the next process from the last transaction. Returns when the import has ended, or the
 * server closes.
 */
export async function workOff(
  work: ImportWork,
  claimed: TableImportRow,
  stopped: () => boolean,
): Promise<void> {
  for (let row: TableImportRow | null = claimed; row && row.endedAt === null && !stopped();) {
    const doing = { ...work, row, spec: TABLE_IMPORTS[row.kind], stopped };
    try {
      if (row.attempts > MOST_ATTEMPTS && row.state !== "TAKING_BACK") await giveUp(doing, "FAILED", []);
      else await PHASES[row.state]?.(doing);
    } catch (error) {
      if (!(error instanceof NoLongerOurs)) throw error;
    }
    row = await stillOurs(work, row);
  }
}

async function stillOurs(
  { database }: ImportWork,
  { id, worker }: TableImportRow,
): Promise<TableImportRow | null> {
  const row = await database.read(SCOPE, (session) => session.rows(TABLE_IMPORT_ROWS).one({ id }));
  return row?.worker === worker ? row : null;
}

const PHASES: Partial<Record<TableImportRow["state"], (doing: Doing) => Promise<void>>> = {
  QUEUED: (doing) => move(doing, { state: "CHECKING", rowsRead: 0 }),
  CHECKING: check,
  WRITING: write,
  TAKING_BACK: takeBack,
};

/** Every row as its ledger would take it, in transactions that are undone. */
async function check(doing: Doing): Promise<void> {
  const { row } = doing;
  const table = await openRows(doing);
  const found: CsvProblem[] = [];
  let problemCount = 0;
  let rowsRead = 0;
  const tell = (problems: readonly CsvProblem[]): void => {
    problemCount += problems.length;
    found.push(...problems.slice(0, Math.max(0, MOST_PROBLEMS - found.length)));
  };
  for (const batch of inBatches(table.rows)) {
    if (doing.stopped()) return;
    tell(batch.flatMap(({ problems }) => problems));
    const ready = batch.filter(({ record }) => record !== null);
    for (let from = 0; from < ready.length && found.length < MOST_PROBLEMS;) {
      const tried = await inTurns(() => refusedOf(doing, ready.slice(from), table));
      if (tried.problems === null) return giveUp(doing, "REFUSED", [tried.reason]);
      tell(tried.problems);
      from += tried.rows;
    }
    rowsRead += batch.length;
    await move(doing, { rowsRead, problemCount, attempts: 0, leasedUntil: leaseFrom(doing.clock.now()) });
  }
  found.sort((a, b) => a.row - b.row);
  if (problemCount > 0) return giveUp(doing, "REFUSED", found, problemCount);
  if (row.preview) return end(doing, "CHECKED", { rowCount: rowsRead });
  await doing.database.write(SCOPE, async (session) => {
    await session.rows(STAGINGS).insert({ id: row.id, createdAt: doing.clock.now().toISOString() });
    await advance(session, row, { state: "WRITING", rowCount: rowsRead, rowsWritten: 0 });
  });
}

/** Undoes what was tried. */
class Tried extends Error {
  override readonly name = "Tried";

  constructor(readonly outcome: Outcome) {
    super("only tried");
  }
}

type Attempted = Outcome | { readonly rows: 0; readonly problems: null; readonly reason: CsvProblem };

async function refusedOf(doing: Doing, rows: readonly ReadRow[], table: OpenTable): Promise<Attempted> {
  const { database } = doing;
  try {
    const viewer = await viewerFor(doing);
    return await database.write(viewer.scope, async (session) => {
      throw new Tried(await enterSome(doing, { session, viewer, rows, table, onChange: () => undefined }));
    });
  } catch (error) {
    if (error instanceof Tried) return error.outcome;
    return { rows: 0, problems: null, reason: reasonOf(error) };
  }
}

/** From the first row that is not entered yet: its transaction also says that it is. */
async function write(doing: Doing): Promise<void> {
  const table = await openRows(doing);
  let { rowsWritten, sinceYear } = doing.row;
  await skip(table.rows, rowsWritten);
  for (const batch of inBatches(table.rows))
    for (let from = 0; from < batch.length;) {
      if (doing.stopped()) return;
      const viewer = await viewerFor(doing).catch(() => null);
      if (!viewer) return giveUp(doing, "REFUSED", [reasonOf(notFound())]);
      const rows = batch.slice(from);
      try {
        const before = { rowsWritten, sinceYear };
        const done = await inTurns(() => writeSome(doing, { viewer, rows, table, ...before }));
        ({ rowsWritten, sinceYear } = done);
        from += done.rows;
      } catch (error) {
        if (error instanceof NoLongerOurs) throw error;
        const problems = error instanceof NotTaken ? error.problems : [reasonOf(error)];
        return giveUp(doing, "REFUSED", problems);
      }
    }
  await appear(doing);
}

/** A row that passed the check is refused: somebody has entered the same record since. */
class NotTaken extends Error {
  override readonly name = "NotTaken";

  constructor(readonly problems: readonly CsvProblem[]) {
    super("a row is refused");
  }
}

interface Written {
  readonly rowsWritten: number;
  readonly sinceYear: number | null;
}

function writeSome(
  doing: Doing,
  { viewer, rows, table, ...before }: Pick<Some, "viewer" | "rows" | "table"> & Written,
): Promise<Written & { readonly rows: number }> {
  const { database, row, clock } = doing;
  return database.write(viewer.scope, async (session) => {
    session.course.staging = row.id;
    let { sinceYear } = before;
    const onChange = (year: number): void => void (sinceYear = Math.min(year, sinceYear ?? year));
    const done = await enterSome(doing, { session, viewer, rows, table, onChange });
    if (done.problems.length > 0) throw new NotTaken(done.problems);
    const written = { rowsWritten: before.rowsWritten + done.rows, sinceYear };
    await advance(session, row, { ...written, attempts: 0, leasedUntil: leaseFrom(clock.now()) });
    return { ...written, rows: done.rows };
  });
}

/** The one transaction by which all rows are there. */
async function appear(doing: Doing): Promise<void> {
  const { commands, row, services } = doing;
  try {
    const viewer = await viewerFor(doing);
    const command = { viewer, name: "importTable", input: {}, requestId: null };
    const { problems } = await commands.run(command, async (session, call) => {
      const unit = await unitOf(doing, session, viewer);
      const { sinceYear, rowCount } = (await session.rows(TABLE_IMPORT_ROWS).one({ id: row.id })) ?? row;
      await advance(session, row, { state: "DONE", sheet: null, endedAt: call.now.toISOString() });
      await session.rows(STAGINGS).delete({ id: row.id });
      if (sinceYear !== null) await services.onChange(session, unit, sinceYear);
      append(call, { unit, subject: { type: "TableImport", id: row.id }, details: told(row, rowCount) });
    });
    if (problems.length > 0) await giveUp(doing, "REFUSED", [reasonOf(new Refusal(...problems))]);
  } catch (error) {
    if (error instanceof NoLongerOurs) throw error;
    await giveUp(doing, "REFUSED", [reasonOf(error)]);
  }
}

/** Deletes what was entered, some rows a transaction; nobody has seen them. The entries of the history stay. */
async function takeBack(doing: Doing): Promise<void> {
  const { database, row, spec, stopped } = doing;
  for (let left = true; left && spec.table && !stopped();) {
    const { table, takeBack: takeBackWith } = spec;
    left = await inTurns(() =>
      database.write(SCOPE, async (session) => {
        session.course.staging = row.id;
        const found = await session.rows(table).find({ staging: row.id }, { limit: MOST_ROWS_AT_ONCE });
        const ids = found.map(({ id }) => id);
        if (ids.length > 0) {
          await takeBackWith?.(session, row.unitId, ids);
          await session.rows(table).delete({ id: ids });
        }
        await advance(session, row, { leasedUntil: leaseFrom(doing.clock.now()) });
        return ids.length > 0;
      }),
    );
  }
  if (!stopped()) await end(doing, row.ending ?? "FAILED", {});
}

/** In steps, so that nobody waits while tens of thousands of rows are read over. */
async function skip(rows: Generator<unknown>, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    rows.next();
    if (i % MOST_ROWS_AT_ONCE === 0) await setImmediate();
  }
}
