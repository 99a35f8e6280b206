import { authorize, begin, signedIn, type Call } from "../access/index.js";
import type { CsvProblem } from "../kernel/csv-table.js";
import { text } from "../kernel/text.js";
import { unitByCode, type UnitRow } from "../units/index.js";
import { MOST_PROBLEMS, openTable, type ReadRow } from "./read-table.js";
import type { ImportServices, TableImport } from "./table-entering.js";
import { TABLE_IMPORTS, type TableKind } from "./table-imports.data.js";
import { sheetOf, uploadOf } from "./upload.store.js";

/** One transaction takes so many, and keeps nobody waiting for long; more are entered in the background. */
const MOST_ROWS = 1_000;
const TOO_MANY = text(
  `一次最多 ${MOST_ROWS} 行；更多的请用 startTableImport 在后台导入（目录除外），或分几次导入`,
  `At most ${MOST_ROWS} rows at a time: enter more in the background by startTableImport, but for the catalogue, or import the file in parts`,
);

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
  const sheet = await sheetOf(await uploadOf(session, uploadId, signedIn(viewer).id));
  const table = openTable(spec, sheet ?? "", { mostRows: MOST_ROWS, tooMany: TOO_MANY });
  const rows = [...table.rows];
  const problems = rows.flatMap((row) => row.problems);
  const ready = rows.filter(({ record }) => record !== null);
  const changed = new Map<string, { readonly unit: UnitRow; readonly year: number }>();
  const later: ImportServices = {
    ...services,
    onChange: (_session, of, year) => {
      changed.set(of.id, { unit: of, year: Math.min(year, changed.get(of.id)?.year ?? year) });
      return Promise.resolve();
    },
  };
  const many = atOnce(spec);
  const ofRecord = begin({ ...call, operation: spec.operation });
  for (let from = 0; from < ready.length && problems.length < MOST_PROBLEMS; from += many) {
    const some = ready.slice(from, from + many);
    problems.push(...(await entered(ofRecord, { spec, unit, rows: some, placed: table.placed }, later)));
  }
  problems.sort((a, b) => a.row - b.row);
  const result = { rows: ready.length, rowProblems: problems.slice(0, MOST_PROBLEMS) };
  if (isPreview || problems.length > 0) throw new NothingStored(result);
  for (const { unit: of, year } of changed.values()) await services.onChange(session, of, year);
  return result;
}

export const atOnce = ({ atOnce: many }: TableImport): number => many ?? 10;

export interface Entering {
  readonly spec: TableImport;
  readonly unit: UnitRow;
  readonly rows: readonly ReadRow[];
  readonly placed: ReturnType<typeof openTable>["placed"];
}

/** Stores some rows that were read without a problem; answers the problems of those that the ledger refuses. */
export async function entered(
  call: Call,
  { spec, unit, rows, placed }: Entering,
  services: ImportServices,
): Promise<CsvProblem[]> {
  const records = rows.flatMap(({ record }) => (record === null ? [] : [record]));
  const refused = await spec.enter(call, unit, records, services);
  return refused.map(({ index, problem }) => placed(rows[index]?.row ?? 1, problem));
}
