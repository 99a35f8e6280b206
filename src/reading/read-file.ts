import { Unreadable, LIMITS, type SourceDocument } from "./document.js";
import { readDocx } from "./docx.js";
import { readHtml } from "./html.js";
import { decodeHtml, decodeText, readCsvFile, readDoc, readText } from "./plain-files.js";
import { readXlsx } from "./workbook.js";
import { ZipArchive } from "./zip-archive.js";

/** Reads a file by its content; its name only tells .csv from .txt. */
export async function readFile(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  if (bytes.length === 0) throw new Unreadable("EMPTY");
  if (bytes.length > LIMITS.fileBytes) throw new Unreadable("TOO_LARGE");
  const document = await readByContent(bytes, name);
  if (isEmpty(document)) throw new Unreadable("EMPTY");
  return document;
}

async function readByContent(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("PK")) return readOffice(new ZipArchive(bytes));
  if (head.startsWith("\xd0\xcf\x11\xe0")) return readOld(bytes);
  if (head.startsWith("%PDF")) throw new Unreadable("PDF");
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM\0\*|RIFF)/.test(head)) throw new Unreadable("PICTURE");
  return readTextual(bytes, name);
}

function readOffice(zip: ZipArchive): SourceDocument {
  if (zip.has("EncryptedPackage")) throw new Unreadable("ENCRYPTED");
  const types = zip.names.some((part) => part.startsWith("xl/")) ? "xlsx" : "docx";
  if (types === "xlsx") return readXlsx(zip);
  if (zip.names.some((part) => part.startsWith("word/"))) return readDocx(zip);
  throw new Unreadable("UNKNOWN_KIND");
}

/** OLE files: Word and Excel before 2007, and any newer Office file with a password. */
async function readOld(bytes: Uint8Array): Promise<SourceDocument> {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => found.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage") || holds("EncryptionInfo")) throw new Unreadable("ENCRYPTED");
  if (holds("Workbook") && !holds("WordDocument")) throw new Unreadable("OLD_EXCEL");
  return readDoc(bytes);
}

const HTML =
  /^\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|p|span|h[1-6]|ul|ol|section|article)\b/is;
const RTF = /^\{\\rtf/;

function readTextual(bytes: Uint8Array, name: string): SourceDocument {
  const { text, encoding } = decodeText(bytes);
  const start = text.replace(/^\uFEFF/, "").slice(0, 4096);
  if (RTF.test(start)) throw new Unreadable("UNKNOWN_KIND");
  // The clipboard of Windows puts a head of its own before the page.
  if (HTML.test(start) || /^Version:\d/.test(start) || /\.html?$/i.test(name)) {
    const page = decodeHtml(bytes);
    return readHtml(page.text.replace(/^Version:\d[^<]*/, ""), page.encoding);
  }
  if (/\.(csv|tsv)$/i.test(name)) return readCsvFile(text, encoding);
  return readText(text, encoding);
}

const isEmpty = ({ blocks, tags }: SourceDocument): boolean =>
  tags.length === 0 &&
  !blocks.some((block) => {
    if (block.kind === "paragraph") return block.text.trim() !== "";
    return block.kind === "picture" || block.cells.some(({ text }) => text !== "");
  });
