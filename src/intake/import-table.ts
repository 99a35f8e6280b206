import { authorize, begin, signedIn, type Call, type Viewer } from "../access/index.js";
import { readCsvTable, type CsvProblem, type CsvRecord } from "../kernel/csv-table.js";
import { Refusal, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import type { Session } from "../platform/db/index.js";
import { unitByCode, type UnitRow } from "../units/index.js";
import {
  TABLE_IMPORTS,
  type ImportServices,
  type TableImport,
  type TableKind,
} from "./table-imports.data.js";
import { sheetOf, uploadOf } from "./upload.store.js";

/** One transaction takes so many, and keeps nobody waiting for long. */
const MOST_ROWS = 1_000;
/** A file that is wrong throughout is told in part: the rest is alike. */
const MOST_PROBLEMS = 200;

export interface ImportTable {
  readonly kind: TableKind;
  readonly uploadId: string;
  readonly unitCode: string;
}

export interface ImportedTable {
  /** Rows that are, or would be, stored. */
  readonly rows: number;
  readonly rowProblems: readonly CsvProblem[];
}

/** Ends a preview, or an import with problems in it: whatever was stored on the way is taken back. */
export class NothingStored extends Error {
  override readonly name = "NothingStored";

  constructor(readonly result: ImportedTable) {
    super("nothing is stored");
  }
}

/**
 * Stores each row by the command of its ledger, in one transaction, so that a row is checked against those above it as
 * well: all of them or, with a problem in any, none.
 */
export async function importTable(
  call: Call,
  { kind, uploadId, unitCode }: ImportTable,
  services: ImportServices,
  isPreview: boolean,
): Promise<ImportedTable> {
  const { session, viewer } = call;
  const spec: TableImport = TABLE_IMPORTS[kind];
  const unit = authorize(viewer, spec.permission, await unitByCode(session, unitCode));
  const { table, problems, ready } = readRows(spec, await sheetFrom(session, viewer, uploadId));
  const changed = new Map<string, { readonly unit: UnitRow; readonly year: number }>();
  const later: ImportServices = {
    ...services,
    onChange: (_session, of, year) => {
      changed.set(of.id, { unit: of, year: Math.min(year, changed.get(of.id)?.year ?? year) });
      return Promise.resolve();
    },
  };
  const ofRecord = begin({ ...call, operation: spec.operation });
  for (const { row, record } of ready) {
    if (problems.length >= MOST_PROBLEMS) break;
    const refused = await refusedBy(() => spec.store(ofRecord, unit.code, record, later));
    problems.push(...refused.map((problem) => rowProblem(row, problem, spec, table)));
  }
  const result = { rows: ready.length, rowProblems: problems.sort((a, b) => a.row - b.row) };
  if (isPreview || problems.length > 0) throw new NothingStored(result);
  for (const { unit: of, year } of changed.values()) await services.onChange(session, of, year);
  return result;
}

async function sheetFrom(session: Session, viewer: Viewer, uploadId: string): Promise<string> {
  return (await sheetOf(await uploadOf(session, uploadId, signedIn(viewer).id))) ?? "";
}

type Titles = Pick<ReturnType<typeof readCsvTable<string>>, "titleOf">;

function readRows(spec: TableImport, sheet: string) {
  const table = readCsvTable<string>(sheet, { columns: spec.columns, mostRows: MOST_ROWS });
  const problems = [...table.problems];
  const wrong = new Set(problems.map(({ row }) => row));
  const ready = table.records.flatMap((one) => {
    const read = readRecord(spec, one, table);
    problems.push(...read.problems);
    return read.problems.length > 0 || wrong.has(one.row) ? [] : [{ row: one.row, record: read.record }];
  });
  return { table, problems, ready };
}

function readRecord({ columns }: TableImport, { row, values }: CsvRecord<string>, { titleOf }: Titles) {
  const record: Record<string, unknown> = {};
  const problems: CsvProblem[] = [];
  for (const [key, { kind }] of Object.entries(columns)) {
    const cell = values[key] ?? "";
    const read = cell === "" ? null : kind.read(cell);
    if (read && "problem" in read) problems.push({ row, column: titleOf(key), message: read.problem });
    else if (read) put(record, key.split("."), read.value);
  }
  return { record, problems };
}

function put(
  record: Record<string, unknown>,
  [first = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) record[first] = value;
  else put((record[first] ??= {}) as Record<string, unknown>, rest, value);
}

async function refusedBy(store: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await store();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
}

/** The column that the field of the problem's path is filled from. */
function rowProblem(
  row: number,
  { path, message }: Problem,
  { columns }: TableImport,
  { titleOf }: Titles,
): CsvProblem {
  const field = path.filter((step) => !/^(input|records|\d+)$/.test(step)).join(".");
  return { row, column: field in columns ? titleOf(field) : null, message };
}

/** What a template says of a column, below its name. */
export const hintOf = ({ kind, required }: TableImport["columns"][string]) =>
  text(`${required ? "必填；" : ""}${kind.hint.zh}`, `${required ? "required; " : ""}${kind.hint.en}`);
