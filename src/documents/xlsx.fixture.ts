import { crc32, inflateRawSync } from "node:zlib";

/** The files in a ZIP, read by its directory, every length and checksum checked. */
export function unzipped(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (start + file.readUInt32LE(end + 12) !== end) throw new Error("the directory is not where it says");
  const found = new Map<string, string>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    const [crc, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset));
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("ascii", at + 46, at + 46 + nameLength);
    const content = entryAt(file, file.readUInt32LE(at + 42), packed ?? 0);
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged`);
    found.set(name, content.toString("utf8"));
    at += 46 + nameLength;
  }
  return found;
}

function entryAt(file: Buffer, at: number, packed: number): Buffer {
  if (file.readUInt32LE(at) !== 0x04034b50) throw new Error("no entry where the directory says");
  const start = at + 30 + file.readUInt16LE(at + 26);
  if (file.readUInt32LE(start + packed) !== 0x08074b50) throw new Error("an entry of another length");
  return inflateRawSync(file.subarray(start, start + packed));
}

export type ReadCell = string | number | null;

/** The cells of one sheet as a spreadsheet would show them; dates and per cents as the .csv has them. */
export function sheetOf(file: Buffer, number: 1 | 2): ReadCell[][] {
  const xml = unzipped(file).get(`xl/worksheets/sheet${number}.xml`);
  if (xml === undefined) throw new Error(`no sheet ${number}`);
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)];
  const width = /<col min="(\d+)" max="\d+"[^>]*\/><\/cols>/.exec(xml)?.[1];
  return rows.map(([, at, row = ""], i) => {
    if (Number(at) !== i + 1) throw new Error(`row ${i + 1} says that it is ${at}`);
    const cells = Array<ReadCell>(Number(width)).fill(null);
    for (const [, name = "", of, style, content = ""] of row.matchAll(
      /<c r="([A-Z]+)(\d+)"(?: t="inlineStr")?(?: s="(\d+)")?>(.*?)<\/c>/gs,
    )) {
      if (of !== at) throw new Error(`a cell of row ${of} in row ${at}`);
      cells[columnOf(name)] = readCell(content, style);
    }
    return cells;
  });
}

const columnOf = (name: string): number =>
  [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const PERCENT = "3";
const DATE = "4";
const INSTANT = "5";

function readCell(content: string, style: string | undefined): ReadCell {
  const number = /^<v>(.*)<\/v>$/.exec(content)?.[1];
  if (number !== undefined) return readNumber(Number(number), style);
  const text = /<t[^>]*>(.*)<\/t>/s.exec(content)?.[1] ?? "";
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function readNumber(value: number, style: string | undefined): ReadCell {
  if (style === PERCENT) return Number((value * 100).toPrecision(12));
  if (style !== DATE && style !== INSTANT) return value;
  const time = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1000).toISOString();
  return style === DATE ? time.slice(0, 10) : time.slice(0, 19).replace("T", " ");
}
