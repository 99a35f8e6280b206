import { badInput } from "../../kernel/fault.js";
import { text, type Language } from "../../kernel/text.js";
import { isFormula } from "./csv.js";
import type { Cell, Table } from "./table.js";
import { zipped, type ZipEntry } from "./zip.js";

/** What one sheet of Excel holds; what does not fit is refused, never cut. */
export const SHEET = { rows: 1_048_576, columns: 16_384, characters: 32_767 };

const NAMES = [text("数据", "Data"), text("说明", "About")];
/** Places in cellXfs of STYLES. */
const BOLD = 1;
const QUOTED = 2;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook (ECMA-376) of two sheets: the table, and what is said about it. */
export function xlsxFile(table: Table, language: Language): AsyncGenerator<Buffer> {
  refuseWhatDoesNotFit(table);
  const { title, info, header, rows } = table;
  const about = [[title], ...info.map(({ label, value }) => [label, value])];
  return zipped([
    ...frame(NAMES.map((name) => name[language])),
    { name: "xl/worksheets/sheet1.xml", content: sheet([header], rows) },
    { name: "xl/worksheets/sheet2.xml", content: sheet([], about) },
  ]);
}

function refuseWhatDoesNotFit({ header, rows, info }: Table): void {
  const tooLong = (cell: Cell): boolean => typeof cell === "string" && cell.length > SHEET.characters;
  const fits =
    rows.length < SHEET.rows &&
    header.length <= SHEET.columns &&
    !rows.some((row) => row.some(tooLong)) &&
    !info.some(({ value }) => tooLong(value));
  if (!fits)
    throw badInput(
      text(
        `超出一张 Excel 工作表的容量（${SHEET.rows} 行、${SHEET.columns} 列、每格 ${SHEET.characters} 字）；请缩小范围或下载 .csv`,
        `More than a sheet of Excel holds (${SHEET.rows} rows, ${SHEET.columns} columns, ${SHEET.characters} characters a cell): ask for less, or download .csv`,
      ),
    );
}

function frame(names: readonly string[]): ZipEntry[] {
  const numbers = names.map((_, i) => i + 1);
  const part = (name: string, ...content: string[]): ZipEntry => ({ name, content: [XML, ...content] });
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      override("xl/workbook.xml", "sheet.main"),
      override("xl/styles.xml", "styles"),
      ...numbers.map((n) => override(`xl/worksheets/sheet${n}.xml`, "worksheet")),
      "</Types>",
    ),
    part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>`,
      ...names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
      "</sheets></workbook>",
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      relations(
        ...numbers.map((n) => relation(`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`)),
        relation(`rId${names.length + 1}`, "styles", "styles.xml"),
      ),
    ),
    part("xl/styles.xml", STYLES),
  ];
}

// The third format shows its text as text even once somebody has edited the cell.
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

function* sheet(heads: readonly (readonly Cell[])[], rows: Table["rows"]): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}">${heads.length > 0 ? FROZEN : ""}<sheetData>`;
  for (const head of heads) yield `<row>${head.map((cell) => cellXml(cell, BOLD)).join("")}</row>`;
  for (const row of rows) yield `<row>${row.map((cell) => cellXml(cell)).join("")}</row>`;
  yield "</sheetData></worksheet>";
}

function cellXml(cell: Cell, style?: number): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  const format = style ?? (isFormula(cell) ? QUOTED : undefined);
  const attributes = format === undefined ? "" : ` s="${format}"`;
  return `<c t="inlineStr"${attributes}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no control characters; Excel's own way of writing them is _x000B_, and so that one is escaped as well. */
const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
