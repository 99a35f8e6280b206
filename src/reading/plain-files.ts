import { detect } from "chardet";
import WordExtractor from "word-extractor";
import { readCsv } from "../kernel/csv.js";
import { Assembler } from "./assembler.js";
import { LIMITS, Unreadable, type GridCell, type SourceDocument } from "./document.js";

/** The text of a file and its encoding: by byte order mark, as valid UTF-8, or as its bytes suggest. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : guessed(bytes));
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new Unreadable("UNKNOWN_KIND");
  return { text, encoding };
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Encodings that files of Chinese offices have; whatever else is guessed, GB18030 is likelier. */
const KNOWN: Readonly<Record<string, string>> = {
  Big5: "big5",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
};
const SAMPLE = 64 * 1024;

function guessed(bytes: Uint8Array): string {
  const gb18030 = new TextDecoder("gb18030", { fatal: true });
  try {
    // Big5 is often valid GB18030 as well, but then made of rare characters: frequencies decide.
    const name = detect(bytes.subarray(0, SAMPLE));
    const known = name === null ? undefined : KNOWN[name];
    if (known) return known;
    gb18030.decode(bytes.subarray(0, SAMPLE), { stream: true });
  } catch {
    throw new Unreadable("UNKNOWN_KIND");
  }
  return "gb18030";
}

/** The page's own word about its encoding wins over a guess, not over a byte order mark. */
export function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (markedEncoding(bytes) || !named || isUtf8(bytes)) return decodeText(bytes);
  try {
    const encoding = /^gb/.test(named) ? "gb18030" : named;
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  } catch {
    return decodeText(bytes);
  }
}

const file = (
  kind: SourceDocument["kind"],
  content: Pick<SourceDocument, "blocks" | "tags">,
  encoding: string | null,
): SourceDocument => ({ kind, ...content, properties: {}, dropped: [], encoding });

/** A line is a paragraph. */
export function readText(text: string, encoding: string | null): SourceDocument {
  return file("TEXT", linesOf(text), encoding);
}

function linesOf(text: string): Pick<SourceDocument, "blocks" | "tags"> {
  const assembler = new Assembler();
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|[\n\f\v]/)) {
    assembler.text(line);
    assembler.endParagraph();
  }
  return assembler.finished();
}

/** A table of text: each row is a row of the file, blank rows included in the count. */
export function readCsvFile(text: string, encoding: string | null): SourceDocument {
  const { rows } = readCsv(text);
  if (!rows) return readText(text, encoding);
  const cells: GridCell[] = [];
  let columns = 0;
  for (const { row, cells: values } of rows) {
    columns = Math.max(columns, values.length);
    for (const [column, value] of values.entries()) {
      if (value !== "") cells.push({ row: row - 1, column, rowSpan: 1, colSpan: 1, text: value });
      if (cells.length > LIMITS.cells) throw new Unreadable("TOO_LARGE");
    }
  }
  const height = rows.at(-1)?.row ?? 0;
  return file(
    "CSV",
    { blocks: [{ kind: "table", sheet: null, rows: height, columns, cells }], tags: [] },
    encoding,
  );
}

/** A file of Word 97 to 2003. Its tables come as text, a cell behind each tab. */
export async function readDoc(bytes: Uint8Array): Promise<SourceDocument> {
  const body = await new WordExtractor().extract(Buffer.from(bytes)).then(
    (document) => document.getBody(),
    () => {
      throw new Unreadable("DAMAGED");
    },
  );
  if (body.trim() === "") throw new Unreadable("EMPTY");
  return file("DOC", tabbed(body), null);
}

/** Lines with tabs that follow each other make a table. */
function tabbed(body: string): Pick<SourceDocument, "blocks" | "tags"> {
  const assembler = new Assembler();
  let inTable = false;
  for (const line of body.split(/\r\n?|[\n\f\v]/)) {
    const values = line.split("\t");
    const isRow = values.length > 1;
    if (isRow && !inTable) assembler.openTable();
    if (!isRow && inTable) assembler.closeTable();
    inTable = isRow;
    if (!isRow) {
      assembler.text(line);
      assembler.endParagraph();
      continue;
    }
    assembler.openRow();
    for (const value of values) {
      assembler.openCell();
      assembler.text(value);
      assembler.closeCell();
    }
  }
  if (inTable) assembler.closeTable();
  return assembler.finished();
}
