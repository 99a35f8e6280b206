import { text, type Text } from "../kernel/text.js";

/** A position in a file as a person finds it; every number counts from 1. */
export interface Place {
  /** The table's number in the document; in a workbook the sheet's. */
  readonly table: number | null;
  /** The sheet's name, in a workbook only. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  /** The paragraph's number, where the text stands outside tables. */
  readonly paragraph: number | null;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** 0: plain text; 1 to 9: a heading. */
  readonly level: number;
  readonly text: string;
}

/** A cell at its place in the grid, merged cells once. */
export interface GridCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

export interface Table {
  readonly kind: "table";
  readonly sheet: string | null;
  readonly rows: number;
  readonly columns: number;
  /** By row, then by column. A cell without text may be absent. */
  readonly cells: readonly GridCell[];
}

/** A picture, which may show a table that nobody can read here. */
export interface Picture {
  readonly kind: "picture";
}

export type Block = Paragraph | Table | Picture;

/** A value that the file names itself: a content control, a `data-` attribute or a defined name. */
export interface Tagged {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

export type DroppedPart = "MACROS" | "EXTERNAL_LINKS" | "EMBEDDED_OBJECTS" | "SCRIPTS";

/** Any readable file in one shape. */
export interface SourceDocument {
  readonly kind: FileKind;
  readonly blocks: readonly Block[];
  readonly tags: readonly Tagged[];
  /** Custom properties of an Office file. */
  readonly properties: Readonly<Record<string, string>>;
  /** Parts of the file that were left out on purpose. */
  readonly dropped: readonly DroppedPart[];
  /** The encoding of a text file; null for Office files. */
  readonly encoding: string | null;
}

export type FileKind = "DOCX" | "XLSX" | "DOC" | "HTML" | "CSV" | "TEXT";

export const NOWHERE: Place = { table: null, sheet: null, row: null, column: null, paragraph: null };

/** Limits of what is taken out of one file, whatever its own size. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  /** All parts together, unpacked: of a text document, and of a workbook. */
  unpackedText: 24 * 1024 * 1024,
  unpackedSheets: 96 * 1024 * 1024,
  /** Unpacked to packed size; Office's own XML stays far below. */
  ratio: 200,
  xmlDepth: 200,
  characters: 4_000_000,
  blocks: 100_000,
  cells: 400_000,
  /** As many as a sheet of Excel has. */
  columns: 16_384,
  tags: 5_000,
} as const;

export type UnreadableCode =
  | "EMPTY"
  | "TOO_LARGE"
  | "TOO_DEEP"
  | "TOO_SLOW"
  | "DAMAGED"
  | "ENCRYPTED"
  | "DOCTYPE"
  | "UNKNOWN_KIND"
  | "PDF"
  | "PICTURE"
  | "OLD_EXCEL";

const MESSAGES: Readonly<Record<UnreadableCode, Text>> = {
  EMPTY: text("文件是空的", "The file is empty"),
  TOO_LARGE: text(
    "文件解开后过大，未予读取：请只保留年报正文和表格，另存后再试",
    "The file is too large once unpacked and was not read: keep the report's text and tables only, and save it anew",
  ),
  TOO_DEEP: text(
    "文件中的表格或标记嵌套过深，未予读取：请把内容复制到新文档后再试",
    "Tables or marks are nested too deeply and were not read: copy the content into a new document",
  ),
  TOO_SLOW: text(
    "文件过于复杂，在限定的时间或内存内读不完：请另存为 .docx 或 .xlsx 后再试",
    "The file is too complex for the time and memory that a file is given: save it as .docx or .xlsx and try again",
  ),
  DAMAGED: text(
    "文件已损坏或不完整：请用 Word、WPS 或 Excel 打开后另存再试",
    "The file is damaged or incomplete: open it in Word, WPS or Excel and save it anew",
  ),
  ENCRYPTED: text(
    "文件设有密码：请去掉密码后再导入",
    "The file is protected by a password: remove the password first",
  ),
  DOCTYPE: text(
    "文件含有文档类型声明（DOCTYPE），Office 文件中不应有，未予读取",
    "The file holds a document type declaration (DOCTYPE), which no Office file needs, and was not read",
  ),
  UNKNOWN_KIND: text(
    "不是可以读取的文件：可用 .docx、.xlsx、.doc、.html、.csv、.txt",
    "Not a file that can be read: use .docx, .xlsx, .doc, .html, .csv or .txt",
  ),
  PDF: text(
    "这是 PDF 文件，不能导入：请用制作它的 .docx 或 .doc",
    "This is a PDF file and cannot be imported: use the .docx or .doc that it was made from",
  ),
  PICTURE: text(
    "这是图片，其中的数字读不出来：请用 .docx 或 .xlsx",
    "This is a picture, whose figures cannot be read: use .docx or .xlsx",
  ),
  OLD_EXCEL: text(
    "这是旧版 Excel 文件（.xls）：请另存为 .xlsx 后再导入",
    "This is a file of an old Excel (.xls): save it as .xlsx first",
  ),
};

/** Why a file as a whole was not read. The text is safe to show. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly text: Text;

  constructor(readonly code: UnreadableCode) {
    super(MESSAGES[code].en);
    this.text = MESSAGES[code];
  }
}
