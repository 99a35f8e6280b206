import { csvRows, type CsvFault, type CsvRow } from "./csv.js";
import { text, type Text } from "./text.js";

/** A column that a file may have. */
export interface CsvColumn {
  /** Accepted names in the header, Chinese or English; messages and templates use the first. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
  /** What a cell holds, as a template says; absent: any text. */
  readonly hint?: Text;
}

/** One fault of a file: `row` as a spreadsheet counts (the header is 1), `column` as named in the file's header. */
export interface CsvProblem {
  readonly row: number;
  readonly column: string | null;
  readonly message: Text;
}

/** One row of a file: the cell of each known column, "" if the cell is empty or the column is missing. */
export interface CsvRecord<K extends string> {
  readonly row: number;
  readonly values: Readonly<Record<K, string>>;
}

export interface CsvTable<K extends string> {
  readonly records: readonly CsvRecord<K>[];
  /** The name of a column in the header of this file. */
  readonly titleOf: (key: K) => string;
  readonly problems: readonly CsvProblem[];
}

export interface CsvShape<K extends string> {
  readonly columns: Readonly<Record<K, CsvColumn>>;
  /** Titles of a list that may be downloaded: those that no column has are passed over. */
  readonly passedOver?: readonly string[];
  readonly mostRows: number;
  /** What a file with more is told; absent: to be brought in in parts. */
  readonly tooMany?: Text;
}

/** Reads pasted .csv text by its header. A problem with the file as a whole leaves all rows unread. */
export function readCsvTable<K extends string>(content: string, shape: CsvShape<K>): CsvTable<K> {
  const { titleOf, lines } = openCsvTable(content, shape);
  const records: CsvRecord<K>[] = [];
  const problems: CsvProblem[] = [];
  for (const line of lines) {
    if (line.record === null) return { records: [], titleOf, problems: line.problems };
    records.push(line.record);
    problems.push(...line.problems);
  }
  return { records, titleOf, problems };
}

/** One row with its problems; without a record: a problem of the whole file, which ends the reading. */
export interface CsvLine<K extends string> {
  readonly record: CsvRecord<K> | null;
  readonly problems: readonly CsvProblem[];
}

export interface OpenCsvTable<K extends string> extends Pick<CsvTable<K>, "titleOf"> {
  readonly lines: Generator<CsvLine<K>>;
}

/** The same row by row, for files that are worked off bit by bit. */
export function openCsvTable<K extends string>(content: string, shape: CsvShape<K>): OpenCsvTable<K> {
  const rows = csvRows(content);
  const { value: header } = rows.next() as IteratorResult<CsvRow | CsvFault, undefined>;
  const titles = header && "cells" in header ? header.cells : [];
  const keys = Object.keys(shape.columns) as K[];
  const found = titles.map((title) => keys.find((key) => shape.columns[key].names.some(sameAs(title))));
  const titleOf = (key: K): string => titles[found.indexOf(key)] ?? shape.columns[key].names[0];
  return { titleOf, lines: linesOf({ rows, header, titles, found, titleOf }, shape) };
}

interface Opened<K extends string> extends Pick<CsvTable<K>, "titleOf"> {
  readonly rows: Generator<CsvRow | CsvFault>;
  readonly header: CsvRow | CsvFault | undefined;
  readonly titles: readonly string[];
  /** The known column of each title. */
  readonly found: readonly (K | undefined)[];
}

function* linesOf<K extends string>(opened: Opened<K>, shape: CsvShape<K>): Generator<CsvLine<K>, void> {
  const { rows, header, titles, found } = opened;
  const told = titles.map((title) => ((shape.passedOver ?? []).some(sameAs(title)) ? "" : title));
  const wrong = faultsOfHeader(header, () => headerProblems(told, found, shape.columns));
  if (wrong.length > 0) {
    yield { record: null, problems: wrong };
    return;
  }
  const lineOf = reading(opened, shape);
  // Below a list as it was downloaded its notes stand, after a blank row.
  const isList = titles.length > 0 && titles.every((title) => (shape.passedOver ?? []).some(sameAs(title)));
  let count = 0;
  for (const row of rows) {
    if (isList && row.row > count + 2) return;
    count += 1;
    if ("message" in row || count > shape.mostRows) {
      const message = "message" in row ? row.message : (shape.tooMany ?? inParts(shape.mostRows));
      yield { record: null, problems: [{ row: row.row, column: null, message }] };
      return;
    }
    yield lineOf(row);
  }
  if (count === 0) yield { record: null, problems: [{ row: 1, column: null, message: EMPTY }] };
}

function faultsOfHeader(
  header: CsvRow | CsvFault | undefined,
  problems: () => readonly Omit<CsvProblem, "row">[],
): CsvProblem[] {
  if (!header) return [{ row: 1, column: null, message: EMPTY }];
  if ("message" in header) return [{ ...header, column: null }];
  return problems().map((one) => ({ row: header.row, ...one }));
}

function reading<K extends string>({ titles, found, titleOf }: Opened<K>, { columns }: CsvShape<K>) {
  const keys = Object.keys(columns) as K[];
  const places = keys.map((key) => [key, found.indexOf(key)] as const);
  const required = keys.filter((key) => columns[key].required === true);
  return ({ row, cells }: CsvRow): CsvLine<K> => {
    const values = Object.fromEntries(places.map(([key, at]) => [key, cells[at] ?? ""])) as Record<K, string>;
    const tooWide = cells.slice(titles.length).some((cell) => cell !== "");
    const missing = required.filter((key) => values[key] === "");
    const problems = [
      ...(tooWide ? [{ row, column: null, message: TOO_WIDE }] : []),
      ...missing.map((key) => ({ row, column: titleOf(key), message: REQUIRED })),
    ];
    return { record: { row, values }, problems };
  };
}

const EMPTY = text(
  "没有内容：第一行应为表头，其后每行一条",
  "The file is empty: the first row must be the header, each further row one record",
);
const REQUIRED = text("不能为空", "It must not be empty");
const TOO_WIDE = text("这一行的单元格比表头多", "This row has more cells than the header");
const inParts = (most: number): Text =>
  text(`一次最多 ${most} 行，请分几次导入`, `At most ${most} rows at a time: import the file in parts`);

/** Header names match regardless of case, spaces, `_`, and the asterisk that marks a compulsory column. */
const plain = (title: string): string => title.toLowerCase().replace(/[\s*＊_-]/g, "");

const sameAs = (title: string) => (name: string) => plain(name) === plain(title);

function headerProblems<K extends string>(
  titles: readonly string[],
  found: readonly (K | undefined)[],
  columns: Readonly<Record<K, CsvColumn>>,
): Omit<CsvProblem, "row">[] {
  const known = (Object.keys(columns) as K[]).map((key) => columns[key].names[0]).join("、");
  const missing = (Object.keys(columns) as K[]).filter(
    (key) => columns[key].required && !found.includes(key),
  );
  return [
    ...titles.flatMap((column, i) => {
      if (found[i] === undefined && column !== "")
        return [
          {
            column,
            message: text(`没有这一列；可用：${known}`, `Unknown column; known columns are ${known}`),
          },
        ];
      return found[i] !== undefined && found.indexOf(found[i]) < i
        ? [{ column, message: text("这一列出现了两次", "This column appears twice") }]
        : [];
    }),
    ...missing.map((key) => ({
      column: columns[key].names[0],
      message: text("缺少这一列", "This column is missing"),
    })),
  ];
}
