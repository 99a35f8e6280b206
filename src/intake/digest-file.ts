import { gzipSync } from "node:zlib";
import { readFile, type SourceDocument } from "../reading/index.js";
import { understand } from "./understanding/understand.js";

/** What is kept of a file: packed, so that it costs little to hand over and to store. */
export interface Digest {
  /** `Understood`, as packed JSON. */
  readonly report: string;
  /** The first table as .csv text, packed; null if the file has none. */
  readonly sheet: string | null;
}

export async function digestFile(bytes: Uint8Array, name: string): Promise<Digest> {
  const document = await readFile(bytes, name);
  const sheet = sheetOf(document);
  return {
    report: packed(JSON.stringify(understand(document))),
    sheet: sheet === null ? null : packed(sheet),
  };
}

const packed = (text: string): string => gzipSync(text, { level: 4 }).toString("base64");

/** Rows and columns stay where they are, so that a problem is told by the row that a person sees. */
function sheetOf({ blocks }: SourceDocument): string | null {
  const table = blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") return null;
  const lines: string[] = [];
  let line: string[] = [];
  for (const { row, column, text } of table.cells) {
    while (lines.length < row) {
      lines.push(line.join(","));
      line = [];
    }
    while (line.length < column) line.push("");
    line[column] = quoted(text);
  }
  lines.push(line.join(","));
  return lines.join("\n");
}

const quoted = (text: string): string => (/[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
