import {
  LIMITS,
  NOWHERE,
  Unreadable,
  type GridCell,
  type SourceDocument,
  type Table,
  type Tagged,
} from "./document.js";
import { droppedParts, mainPart, propertiesOf, relationsOf, type Relation } from "./office.js";
import { columnIndex, readSheet, type Sheet } from "./sheet-reader.js";
import { attribute, readXml } from "./xml.js";
import type { ZipArchive } from "./zip-archive.js";

interface SheetHead {
  readonly name: string;
  readonly relation: string;
}

interface DefinedName {
  readonly name: string;
  refersTo: string;
}

/** A workbook of SpreadsheetML (ECMA-376): each sheet is a table, each defined name of cells a tag. */
export function readXlsx(zip: ZipArchive): SourceDocument {
  const main = mainPart(zip);
  const relations = relationsOf(zip, main);
  const { sheets, names, is1904 } = readWorkbook(zip, main);
  const partOf = (type: string): string | null => relations.find((one) => one.type === type)?.target ?? null;
  const shared = sharedTexts(zip, partOf("sharedStrings"));
  const dateStyles = stylesOfDates(zip, partOf("styles"));
  const budget = { cells: LIMITS.cells as number, characters: LIMITS.characters as number };
  const read = sheets.flatMap(({ name, relation }) => {
    const part = sheetPart(relations, relation);
    return part ? [{ name, ...readSheet(zip.read(part), { shared, dateStyles, is1904, budget }) }] : [];
  });
  return {
    kind: "XLSX",
    blocks: read.map(tableOf),
    tags: names.flatMap((name) => taggedCells(name, read)),
    properties: propertiesOf(zip),
    dropped: droppedParts(zip, relations),
    encoding: null,
  };
}

const sheetPart = (relations: readonly Relation[], id: string): string | null => {
  const found = relations.find((one) => one.id === id);
  return found?.type === "worksheet" ? found.target : null;
};

function readWorkbook(zip: ZipArchive, part: string) {
  const sheets: SheetHead[] = [];
  const names: DefinedName[] = [];
  let is1904 = false;
  let name: DefinedName | null = null;
  readXml(zip.read(part), {
    open: (element, attributes) => {
      if (element === "sheet")
        sheets.push({ name: attributes["name"] ?? "", relation: attribute(attributes, "id") ?? "" });
      else if (element === "workbookPr") is1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
      else if (element === "definedName") {
        if (names.length >= LIMITS.tags) throw new Unreadable("TOO_LARGE");
        names.push((name = { name: attributes["name"] ?? "", refersTo: "" }));
      }
    },
    close: (element) => {
      if (element === "definedName") name = null;
    },
    text: (value) => {
      if (name) name.refersTo += value;
    },
  });
  return { sheets, names: names.filter((one) => !one.name.startsWith("_xlnm.")), is1904 };
}

/** The workbook's table of texts; the reading of a name in Japanese (`rPh`) is no part of its text. */
function sharedTexts(zip: ZipArchive, part: string | null): readonly string[] {
  const texts: string[] = [];
  if (part === null) return texts;
  let current = "";
  let characters = 0;
  let isText = false;
  let phonetic = 0;
  readXml(zip.read(part), {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") isText = phonetic === 0;
    },
    close: (name) => {
      if (name === "si") texts.push(current);
      else if (name === "rPh") phonetic--;
      else if (name === "t") isText = false;
      if (texts.length > LIMITS.cells) throw new Unreadable("TOO_LARGE");
    },
    text: (value) => {
      if (!isText) return;
      if ((characters += value.length) > LIMITS.characters) throw new Unreadable("TOO_LARGE");
      current += value;
    },
  });
  return texts;
}

/** Excel's own date formats, and those in which days, years or hours are written. */
const isDateFormat = (id: number, code: string | undefined): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (code !== undefined && /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")));

function stylesOfDates(zip: ZipArchive, part: string | null): ReadonlySet<number> {
  const dates = new Set<number>();
  if (part === null) return dates;
  const codes = new Map<number, string>();
  let inCells = false;
  let index = 0;
  readXml(zip.read(part), {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        if (isDateFormat(id, codes.get(id))) dates.add(index);
        index++;
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return dates;
}

type NamedSheet = Sheet & { readonly name: string };

const tableOf = ({ name, cells, rows, columns }: NamedSheet): Table => ({
  kind: "table",
  sheet: name,
  rows,
  columns,
  cells,
});

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;
const MOST_TAGGED_ROWS = 10_000;

/** The text of the named cell; of a named column, its rows as lines. */
function taggedCells({ name, refersTo }: DefinedName, sheets: readonly NamedSheet[]): Tagged[] {
  const match = RANGE.exec(refersTo.trim());
  if (!match) return [];
  const [, quoted, plain, column = "", first = "", lastColumn = column, last = first] = match;
  const sheetName = quoted?.replaceAll("''", "'") ?? plain;
  const index = sheets.findIndex((sheet) => sheet.name === sheetName);
  const sheet = sheets[index];
  const count = Number(last) - Number(first) + 1;
  if (!sheet || column !== lastColumn || count < 1 || count > MOST_TAGGED_ROWS) return [];
  const at = (row: number): GridCell | undefined => sheet.at(row, columnIndex(column));
  const lines = Array.from({ length: count }, (_, i) => at(Number(first) - 1 + i)?.text ?? "");
  const row = Number(first);
  const place = { ...NOWHERE, table: index + 1, sheet: sheet.name, row, column: columnIndex(column) + 1 };
  return [{ name, value: lines.join("\n"), place }];
}
