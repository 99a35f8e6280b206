import { APPLICANT_COLUMNS, FORMATS, type Cell } from "../../forms/index.js";
import { labelKey, Labels, type Match } from "./labels.js";

/** Everything below is of both forms: which form a file follows is only known once its tables are read. */
const CELLS: ReadonlyMap<string, Cell> = new Map(
  FORMATS.flatMap((format) => format.cells.map((cell) => [cell.code, cell] as const)),
);

export const cellOf = (row: string, column: string): Cell | undefined => CELLS.get(`${row}.${column}`);

export const cellByCode = (code: string): Cell | undefined => CELLS.get(code);

const rowsOf = (table: Cell["table"]): Cell[] => {
  const rows = new Map(
    [...CELLS.values()].filter((cell) => cell.table === table).map((cell) => [cell.row, cell]),
  );
  return [...rows.values()];
};

/** The columns of a row as printed, in each form that has the row. */
export const columnsOfRow = (row: string): readonly (readonly string[])[] =>
  FORMATS.map((format) => format.cells.filter((cell) => cell.row === row).map(({ column }) => column)).filter(
    (columns) => columns.length > 0,
  );

const columnsOf = (table: Cell["table"]): (readonly [string, string])[] =>
  [...CELLS.values()]
    .filter((cell) => cell.table === table)
    .map(({ columnLabel, column }) => [columnLabel, column]);

export const APPLICANTS = new Labels(columnsOf("requests"));
export const OUTCOMES = new Labels(columnsOf("remedies"));
export const PROACTIVE_COLUMNS = new Labels(columnsOf("proactive"));
export const PROACTIVE_ROWS = new Labels(
  rowsOf("proactive").map(({ rowLabel, row }) => [rowLabel, row] as const),
);
export const REMEDY_ROWS = new Labels(
  rowsOf("remedies").map(({ rowLabel, row }) => [rowLabel, row] as const),
);

export const APPLICANT_KEYS: readonly string[] = APPLICANT_COLUMNS.map(({ key }) => key);
/** The 15 columns of table 四 as printed. */
export const REMEDY_CODES: readonly (readonly [row: string, column: string])[] = rowsOf("remedies").flatMap(
  ({ row }) => (columnsOfRow(row)[0] ?? []).map((column) => [row, column] as const),
);

/** （六）其他处理 is a group of one form and a row of the other. */
export const UNDIVIDED_ROW = "requests.other.undivided";
const UNDIVIDED_LABEL = CELLS.get(`${UNDIVIDED_ROW}.total`)?.rowLabel ?? "";
const REQUEST_ROWS = rowsOf("requests");
const groupOf = ({ rowPath }: Cell): string | null => rowPath[1] ?? null;

/** A heading such as （三）不予公开 and its rows in order. */
export interface Group {
  readonly heading: string;
  readonly rows: readonly string[];
  /** The heading itself is a row in one of the forms. */
  readonly isRow: boolean;
}

const GROUPS: readonly Group[] = [...new Set(REQUEST_ROWS.map(groupOf))].flatMap((heading) => {
  const rows = REQUEST_ROWS.filter((cell) => groupOf(cell) === heading).map(({ row }) => row);
  return heading === null ? [] : [{ heading, rows, isRow: labelKey(heading) === labelKey(UNDIVIDED_LABEL) }];
});
const GROUP_LABELS = new Labels(GROUPS.map((group) => [group.heading, group] as const));

const AMBIGUOUS = new Set(["其他", "总计"]);
const LEAVES = new Labels(
  REQUEST_ROWS.filter(({ row, rowLabel }) => row !== UNDIVIDED_ROW && !AMBIGUOUS.has(labelKey(rowLabel))).map(
    ({ rowLabel, row }) => [rowLabel, row] as const,
  ),
);

/** The group that a label names, by its exact words: 其他处理, 不予公开. */
export const groupNamed = (label: string): Group | null => GROUP_LABELS.exact(label);

/** The row of table 三 that a label names; 其他 and 总计 depend on the group that they stand in. */
export function requestRow(label: string, group: Group | null): Match<string> | null {
  const key = labelKey(label);
  if (key === "总计" || key === "合计") return { value: "requests.total", certainty: "SURE" };
  if (key === "其他") {
    const row = group?.rows.includes("requests.other.misc") ? "requests.other.misc" : null;
    return row ? { value: row, certainty: "SURE" } : null;
  }
  return LEAVES.find(label);
}
