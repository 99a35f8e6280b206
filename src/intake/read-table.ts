import { openCsvTable, type CsvProblem, type CsvRecord, type CsvShape } from "../kernel/csv-table.js";
import type { Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { LEDGERS } from "../ledgers/registry/index.js";
import type { ImportedRecord, TableColumn, TableImport } from "./table-entering.js";

/** A file that is wrong throughout is told in part: the rest is alike. */
export const MOST_PROBLEMS = 200;

/** One row of a file; without a record if anything in it is wrong. */
export interface ReadRow {
  readonly row: number;
  readonly record: ImportedRecord | null;
  readonly problems: readonly CsvProblem[];
}

export interface OpenTable {
  /** Row by row, so that a long file is read bit by bit. */
  readonly rows: Generator<ReadRow>;
  /** Where in the file the problem of a record is. */
  readonly placed: (row: number, problem: Problem) => CsvProblem;
}

/** Reads the rows of a table as records: by the names of its columns, and each record once. */
export function openTable(
  spec: TableImport,
  sheet: string,
  limit: Pick<CsvShape<string>, "mostRows" | "tooMany">,
): OpenTable {
  const { titleOf, lines } = openCsvTable<string>(sheet, { ...asListed(spec), ...limit });
  const first = new Map<string, number>();
  function* rows(): Generator<ReadRow> {
    for (const line of lines) {
      if (line.record === null) {
        yield { row: line.problems[0]?.row ?? 1, record: null, problems: line.problems };
        return;
      }
      const { row } = line.record;
      const read = readRecord(spec, line.record, titleOf);
      const problems = [...line.problems, ...read.problems];
      const earlier = problems.length === 0 ? rowOfSame(spec.identity(read.record), row, first) : null;
      if (earlier !== null)
        problems.push({
          row,
          column: "number" in read.record ? titleOf("number") : null,
          message: sameAs(earlier),
        });
      yield { row, record: problems.length === 0 ? read.record : null, problems };
    }
  }
  return { rows: rows(), placed: (row, problem) => placed(spec, row, problem, titleOf) };
}

/** The columns under the titles of the ledger's downloaded list as well, whose other columns are passed over. */
function asListed({ columns, listed }: TableImport): Pick<CsvShape<string>, "columns" | "passedOver"> {
  const titles = LEDGERS.flatMap(({ lists }) => lists[listed ?? ""]?.columns ?? []);
  const named = ([key, column]: [string, TableColumn]) => {
    const title = titles.find(({ path }) => path === key)?.title;
    return [key, { ...column, names: [...column.names, ...(title ? [title.zh, title.en] : [])] }] as const;
  };
  return {
    columns: Object.fromEntries(Object.entries(columns).map(named)),
    passedOver: titles.flatMap(({ title }) => [title.zh, title.en]),
  };
}

function rowOfSame(identity: string, row: number, first: Map<string, number>): number | null {
  const earlier = first.get(identity);
  if (earlier === undefined) first.set(identity, row);
  return earlier ?? null;
}

const sameAs = (row: number) =>
  text(
    `与第 ${row} 行是同一条（编号相同，或标题、日期相同）`,
    `The same record as row ${row}, by its number or its title and day`,
  );

type TitleOf = (column: string) => string;

function readRecord({ columns }: TableImport, { row, values }: CsvRecord<string>, titleOf: TitleOf) {
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

/** The column that the field of the problem's path is filled from. */
function placed(
  { columns }: TableImport,
  row: number,
  { path, message, code }: Problem,
  titleOf: TitleOf,
): CsvProblem {
  const field = path.filter((step) => !/^(input|records|\d+)$/.test(step)).join(".");
  const column = field in columns ? titleOf(field) : null;
  return { row, column, message: code === "ALREADY_EXISTS" && column === null ? KNOWN : message };
}

const KNOWN = text("台账中已有相同记录", "The ledger has this record already");
