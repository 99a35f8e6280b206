import { isCalendarDate, type CalendarDate } from "../kernel/calendar-date.js";
import { readCsvTable, type CsvProblem, type CsvRecord } from "../kernel/csv-table.js";
import { fold } from "../kernel/fold.js";
import { text, type Text } from "../kernel/text.js";
import { KIND_NAMES, NO, UNIT_COLUMNS, YES, type UnitColumn } from "./unit-columns.data.js";
import type { UnitKind } from "./unit-kind.js";

/** More do not fit into one request's body. */
export const MOST_ROWS = 1000;

/** One row as read; empty cells are absent. */
export interface UnitLine {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  readonly establishedOn: string | null;
  readonly filesReport: boolean | null;
  readonly aliases: readonly string[] | null;
  readonly creditCode: string | null;
}

export interface UnitFile {
  readonly lines: readonly UnitLine[];
  readonly problems: readonly CsvProblem[];
  /** Where a field stands in the file. */
  readonly titleOf: (column: UnitColumn) => string;
}

/** Reads pasted .csv text; lines are those that could be read. */
export function readUnitFile(csv: string): UnitFile {
  const { records, titleOf, problems } = readCsvTable(csv, { columns: UNIT_COLUMNS, mostRows: MOST_ROWS });
  const found: CsvProblem[] = [...problems];
  const lines = records.flatMap((record) => {
    const wrong: CsvProblem[] = [];
    const line = lineOf(record, (column, message) =>
      wrong.push({ row: record.row, column: titleOf(column), message }),
    );
    found.push(...wrong);
    return wrong.length === 0 && line ? [line] : [];
  });
  return { lines, titleOf, problems: found };
}

type Complain = (column: UnitColumn, message: Text) => void;

function lineOf({ row, values }: CsvRecord<UnitColumn>, complain: Complain): UnitLine | null {
  const kind = kindIn(values.kind);
  if (values.kind !== "" && !kind) complain("kind", KIND_EXPECTED);
  const files = answerIn(values.filesReport);
  if (files === undefined) complain("filesReport", ANSWER_EXPECTED);
  const established = values.establishedOn === "" ? null : readDate(values.establishedOn);
  if (established === undefined) complain("establishedOn", DATE_EXPECTED);
  if (!kind || values.code === "" || values.name === "") return null;
  return {
    row,
    code: values.code,
    name: values.name,
    shortName: values.shortName || null,
    kind,
    parentCode: values.parentCode || null,
    establishedOn: established ?? null,
    filesReport: files ?? null,
    aliases: values.aliases === "" ? null : values.aliases.split(/[、；;]/).map((alias) => alias.trim()),
    creditCode: values.creditCode || null,
  };
}

const KIND_EXPECTED = text(
  "类别须为：省、市、县（区）、街道、镇（乡）、部门、功能区",
  "The kind is one of PROVINCE, CITY, DISTRICT, SUBDISTRICT, TOWN, DEPARTMENT, ZONE",
);
const ANSWER_EXPECTED = text("须为“是”或“否”", "Must be yes or no");
const DATE_EXPECTED = text("日期须如 2024-03-01", "A date is written as 2024-03-01");

function kindIn(cell: string): UnitKind | undefined {
  const folded = fold(cell);
  return (Object.keys(KIND_NAMES) as UnitKind[]).find((kind) =>
    [kind, ...KIND_NAMES[kind]].some((name) => fold(name) === folded),
  );
}

/** null: empty; undefined: neither yes nor no. */
function answerIn(cell: string): boolean | null | undefined {
  if (cell === "") return null;
  const folded = fold(cell);
  if (YES.includes(folded)) return true;
  return NO.includes(folded) ? false : undefined;
}

/** A date as spreadsheets and people write it: 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日. undefined: none. */
function readDate(cell: string): CalendarDate | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell);
  if (!parts) return undefined;
  const [, year = "", month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : undefined;
}
