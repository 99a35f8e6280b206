import { text, type Text } from "./text.js";

/** One record of a file; `row` counts from 1 as a spreadsheet does: the header is 1, and a blank line is a row. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read, and the row in which the fault was found. */
export interface CsvFault {
  readonly row: number;
  readonly message: Text;
}

export type CsvContent =
  | { readonly rows: readonly CsvRow[]; readonly fault: null }
  | { readonly rows: null; readonly fault: CsvFault };

const NOT_UTF8 = text(
  "文字是乱码：请把文件另存为“CSV UTF-8”后重新粘贴",
  "The characters are garbled: save the file as “CSV UTF-8” and paste it again",
);
const OPEN_QUOTE = text(
  "引号没有成对：这一行的某个单元格以引号开头而没有结束",
  "A quotation mark is not closed: a cell of this row begins with one and never ends",
);
const AFTER_QUOTE = text(
  "引号后还有文字：单元格内的引号须写成两个",
  "There is text behind a closing quotation mark: within a cell it is written twice",
);

/**
 * Traces of a wrong encoding: GBK read as UTF-8, GBK or UTF-8 read as Latin-1, and GBK read as UTF-8 and saved as GBK
 * again.
 */
const GARBLED = /\uFFFD|[\u0080-\u009F]|锟斤拷|(?![×]{4})[\u00A1-\u00FF]{4}/;

/**
 * Reads pasted .csv text (RFC 4180): quotes, line ends within quotes, CRLF or LF, a byte order mark. Text copied from
 * a spreadsheet has tabs instead of commas. Cells are trimmed, blank rows left out.
 */
export function readCsv(content: string): CsvContent {
  const rows: CsvRow[] = [];
  for (const read of csvRows(content)) {
    if ("message" in read) return { rows: null, fault: read };
    rows.push(read);
  }
  return { rows, fault: null };
}

/** The same row by row, for files that are worked off bit by bit; a fault is the last that comes. */
export function* csvRows(content: string): Generator<CsvRow | CsvFault> {
  const source = content.startsWith("\uFEFF") ? content.slice(1) : content;
  const garbled = GARBLED.exec(source);
  if (garbled) {
    yield { row: source.slice(0, garbled.index).split("\n").length, message: NOT_UTF8 };
    return;
  }
  const separator = separatorOf(source);
  let at = 0;
  for (let row = 1; at < source.length; row++) {
    const read = readRow(source, at, separator);
    if ("fault" in read) {
      yield { row, message: read.fault };
      return;
    }
    if (read.cells.some((cell) => cell !== "")) yield { row, cells: read.cells };
    at = read.end;
  }
}

function separatorOf(source: string): "," | "\t" {
  const [first = ""] = source.split("\n", 1);
  return first.includes("\t") && !first.includes(",") ? "\t" : ",";
}

function readRow(
  source: string,
  start: number,
  separator: string,
): { cells: string[]; end: number } | { fault: Text } {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator);
    if ("fault" in cell) return cell;
    cells.push(cell.value.trim());
    at = cell.end;
    if (at >= source.length) return { cells, end: at };
    if (source[at] === "\n") return { cells, end: at + 1 };
    if (source.startsWith("\r\n", at)) return { cells, end: at + 2 };
    if (source[at] !== separator) return { fault: AFTER_QUOTE };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function quotedCell(source: string, start: number): Cell | { fault: Text } {
  let close = start;
  do close = source.indexOf('"', close + 1);
  while (close >= 0 && source[close + 1] === '"' && ++close);
  if (close < 0) return { fault: OPEN_QUOTE };
  return { value: source.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function plainCell(source: string, start: number, separator: string): Cell {
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== "\n") end++;
  if (source[end] === "\n" && source[end - 1] === "\r" && end > start) end--;
  return { value: source.slice(start, end), end };
}
