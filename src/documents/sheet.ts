import { isFormula } from "./csv.js";
import { localTime, type Cell, type ColumnKind, type Table } from "./table.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in cellXfs of STYLES. */
const STYLE = { header: 1, quoted: 2, percent: 3, date: 4, instant: 5, wrapped: 6 } as const;
const KIND_STYLE: Readonly<Partial<Record<ColumnKind, number>>> = {
  percent: STYLE.percent,
  date: STYLE.date,
  instant: STYLE.instant,
};

const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="宋体"/></font>`;
const xf = (numFmt: number, more = ""): string =>
  `<xf numFmtId="${numFmt}" fontId="0" fillId="0" borderId="0" xfId="0" ${numFmt > 0 ? 'applyNumberFormat="1" ' : ""}${more}`;

// A quoted text stays text even once somebody has edited the cell. 164 and 165 are formats of our own.
export const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="7">${xf(0, "/>")}`,
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  `${xf(0, 'quotePrefix="1"/>')}${xf(10, "/>")}${xf(164, "/>")}${xf(165, "/>")}`,
  `${xf(0, 'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");

/** `A`, `Z`, `AA`: the name of a column, the first being 0. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The header and the rows that may be sorted and filtered. */
export const filteredRange = ({ columns, rows, summaries }: Table): string =>
  `A1:${columnName(columns.length - 1)}${rows.length - summaries + 1}`;

const WIDTH = { least: 8, most: 40, ofTitle: 16, sampled: 500 };
const LINE_HEIGHT = 15;
const PAGE_WIDTH = 130;

/** Width in characters; a Chinese character counts two. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > "\u2e7f" ? 2 : 1), 0);

function widthsOf({ columns, rows }: Pick<Table, "columns" | "rows">): number[] {
  const sample = rows.slice(0, WIDTH.sampled);
  return columns.map(({ title, kind }, i) => {
    const content = sample.map((row) =>
      widthOf(kind === "instant" ? "2024-02-06 10:05:00" : String(row[i] ?? "")),
    );
    // A long title is broken into lines rather than making its column wide.
    const widest = Math.max(Math.min(widthOf(title), WIDTH.ofTitle), ...content) + 2;
    return Math.min(WIDTH.most, Math.max(WIDTH.least, widest));
  });
}

/** The table: header frozen and filtered, columns as wide as they need, printed landscape on A4 with the header on each page. */
export function* tableSheet(table: Table): Generator<string> {
  const { title, columns, rows } = table;
  const widths = widthsOf(table);
  const pages = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH);
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `${cols(widths)}<sheetData>`;
  const lines = Math.max(
    ...columns.map(({ title: one }, i) => Math.ceil(widthOf(one) / ((widths[i] ?? 1) - 2))),
  );
  const header = columns.map((column, i) => inline(ref(i, 1), column.title, STYLE.header));
  yield `<row r="1" ht="${lines * LINE_HEIGHT}" customHeight="1">${header.join("")}</row>`;
  let at = 1;
  for (const row of rows) {
    at += 1;
    yield rowXml(
      at,
      row.flatMap((cell, i) => cellXml(ref(i, at), cell, columns[i]?.kind ?? "text")),
    );
  }
  yield `</sheetData><autoFilter ref="${filteredRange(table)}"/>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
  yield `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>`;
  yield `<headerFooter><oddHeader>&amp;C${escaped(title.replaceAll("&", "&&"))}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

/** The sheet of notes: a title, then one line each. */
export function* aboutSheet({ title, info }: Table): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}">${cols([30, 100])}<sheetData>`;
  yield rowXml(1, [inline("A1", title, STYLE.header)]);
  for (const [i, { label, value }] of info.entries())
    yield rowXml(i + 2, [
      inline(ref(0, i + 2), label, STYLE.wrapped),
      inline(ref(1, i + 2), value, STYLE.wrapped),
    ]);
  yield "</sheetData></worksheet>";
}

const ref = (column: number, row: number): string => `${columnName(column)}${row}`;
const rowXml = (at: number, cells: readonly string[]): string => `<row r="${at}">${cells.join("")}</row>`;

const cols = (widths: readonly number[]): string =>
  widths.length === 0
    ? ""
    : `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;

function cellXml(at: string, cell: Cell, kind: ColumnKind): string[] {
  if (cell === null) return [];
  const style = KIND_STYLE[kind];
  const number = typeof cell === "number" ? cell : serialOf(cell, kind);
  if (number !== undefined)
    return [`<c r="${at}"${style === undefined ? "" : ` s="${style}"`}><v>${number}</v></c>`];
  const text = String(cell);
  return [inline(at, text, isFormula(text) ? STYLE.quoted : undefined)];
}

const inline = (at: string, text: string, style: number | undefined): string =>
  `<c r="${at}" t="inlineStr"${style === undefined ? "" : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Excel counts the days since 30 December 1899, the hours as their part. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function serialOf(cell: string, kind: ColumnKind): number | undefined {
  if (kind !== "date" && kind !== "instant") return undefined;
  const time = Date.parse(kind === "date" ? cell : `${localTime(cell).replace(" ", "T")}Z`);
  return Number.isNaN(time) ? undefined : (time - FIRST_DAY) / DAY;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no control characters; Excel's own way of writing them is _x000B_, and so that one is escaped as well. */
export const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
