import { readCsv } from "./csv.js";
import { text, type Text } from "./text.js";

/** A column that a file may have. */
export interface CsvColumn {
  /** Accepted names in the header, Chinese or English; messages and templates use the first. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
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
  readonly mostRows: number;
}

/** Reads pasted .csv text by its header. A problem with the file as a whole leaves all rows unread. */
export function readCsvTable<K extends string>(
  content: string,
  { columns, mostRows }: CsvShape<K>,
): CsvTable<K> {
  const { rows, fault } = readCsv(content);
  const keys = Object.keys(columns) as K[];
  const firstName = (key: K): string => columns[key].names[0];
  const refused = (...problems: readonly CsvProblem[]): CsvTable<K> => ({
    records: [],
    titleOf: firstName,
    problems,
  });
  if (fault) return refused({ ...fault, column: null });
  const [header, ...lines] = rows;
  if (!header || lines.length === 0) return refused({ row: 1, column: null, message: EMPTY });
  const last = lines[mostRows];
  if (last) return refused({ row: last.row, column: null, message: tooMany(mostRows) });
  const found = header.cells.map((title) => keys.find((key) => columns[key].names.some(sameAs(title))));
  const problems = headerProblems(header.cells, found, columns);
  if (problems.length > 0) return refused(...problems.map((problem) => ({ row: header.row, ...problem })));
  const valuesOf = (cells: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, cells[found.indexOf(key)] ?? ""])) as Record<K, string>;
  const records = lines.map(({ row, cells }) => ({ row, values: valuesOf(cells) }));
  const titleOf = (key: K): string => header.cells[found.indexOf(key)] ?? firstName(key);
  const filled = keys.filter((key) => columns[key].required === true);
  const wide = lines.filter(({ cells }) => cells.slice(header.cells.length).some((cell) => cell !== ""));
  return {
    records,
    titleOf,
    problems: [
      ...wide.map(({ row }) => ({ row, column: null, message: TOO_WIDE })),
      ...records.flatMap(({ row, values }) =>
        filled
          .filter((key) => values[key] === "")
          .map((key) => ({ row, column: titleOf(key), message: REQUIRED })),
      ),
    ],
  };
}

const EMPTY = text(
  "没有内容：第一行应为表头，其后每行一条",
  "The file is empty: the first row must be the header, each further row one record",
);
const REQUIRED = text("不能为空", "It must not be empty");
const TOO_WIDE = text("这一行的单元格比表头多", "This row has more cells than the header");
const tooMany = (most: number): Text =>
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
