import { badInput } from "../kernel/fault.js";
import { text, type Language } from "../kernel/text.js";
import { aboutSheet, columnName, escaped, filteredRange, STYLES, tableSheet, XML } from "./sheet.js";
import type { Cell, Table } from "./table.js";
import { zipped, type ZipEntry } from "./zip.js";

/** Limits of an Excel sheet; a larger table is refused, never cut. */
export const SHEET = { rows: 1_048_576, columns: 16_384, characters: 32_767 };

const NAMES = [text("数据", "Data"), text("说明", "About")];

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook (ECMA-376) of two sheets: the table and its notes. */
export function xlsxFile(table: Table, language: Language): AsyncGenerator<Buffer> {
  refuseWhatDoesNotFit(table);
  const [data, about] = NAMES.map((name) => name[language]) as [string, string];
  return zipped(
    workbook({
      sheets: [
        { name: data, content: tableSheet(table) },
        { name: about, content: aboutSheet(table) },
      ],
      definedNames: definedNames(data, table),
      styles: STYLES,
    }),
  );
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly content: Iterable<string> }[];
  /** The `definedNames` element. */
  readonly definedNames: string;
  readonly styles: string;
  /** Parts on the file itself (docProps), and their content types. */
  readonly properties?: { readonly parts: readonly ZipEntry[]; readonly types: string };
}

/** The parts of an .xlsx file. */
export const workbook = ({ sheets, ...about }: Workbook): ZipEntry[] => [
  ...frame(
    sheets.map(({ name }) => name),
    about,
  ),
  ...sheets.map(({ content }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content })),
];

function refuseWhatDoesNotFit({ columns, rows, info }: Table): void {
  const tooLong = (cell: Cell): boolean => typeof cell === "string" && cell.length > SHEET.characters;
  const fits =
    rows.length < SHEET.rows &&
    columns.length <= SHEET.columns &&
    !rows.some((row) => row.some(tooLong)) &&
    !info.some(({ value }) => tooLong(value));
  if (!fits)
    throw badInput(
      text(
        `超出一张 Excel 工作表的容量（${SHEET.rows} 行、${SHEET.columns} 列、每格 ${SHEET.characters} 字）；请缩小范围或下载 .csv`,
        `The table exceeds a sheet of Excel (${SHEET.rows} rows, ${SHEET.columns} columns, ${SHEET.characters} characters a cell): ask for less, or download .csv`,
      ),
    );
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
const part = (name: string, ...content: string[]): ZipEntry => ({ name, content: [XML, ...content] });

function frame(
  names: readonly string[],
  { definedNames, styles, properties }: Omit<Workbook, "sheets">,
): ZipEntry[] {
  const numbers = names.map((_, i) => i + 1);
  return [
    part("[Content_Types].xml", contentTypes(numbers, properties?.types ?? "")),
    part(
      "_rels/.rels",
      relations(
        relation("rId1", "officeDocument", "xl/workbook.xml"),
        ...(properties ? PROPERTY_RELATIONS : []),
      ),
    ),
    ...(properties?.parts ?? []),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>`,
      ...names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
      `</sheets>${definedNames}</workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      relations(
        ...numbers.map((n) => relation(`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`)),
        relation(`rId${names.length + 1}`, "styles", "styles.xml"),
      ),
    ),
    { name: "xl/styles.xml", content: [styles] },
  ];
}

const PROPERTY_RELATIONS = [
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  relation("rId3", "custom-properties", "docProps/custom.xml"),
];

function contentTypes(sheets: readonly number[], more: string): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${CONTENT}.${type}+xml"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("xl/workbook.xml", "sheet.main"),
    override("xl/styles.xml", "styles"),
    ...sheets.map((n) => override(`xl/worksheets/sheet${n}.xml`, "worksheet")),
    `${more}</Types>`,
  ].join("");
}

/** The filtered range, and the row printed on every page. */
function definedNames(sheet: string, table: Table): string {
  const absolute = filteredRange(table).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const last = columnName(table.columns.length - 1);
  return [
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(sheet)}!${absolute}</definedName>`,
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${escaped(sheet)}!$A$1:$${last}$${table.rows.length + 1}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(sheet)}!$1:$1</definedName></definedNames>`,
  ].join("");
}
