import { zipSync } from "fflate";

type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? new Uint8Array(Buffer.from(content)) : content,
      ]),
    ),
  );

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const relations = (
  ...all: readonly (readonly [id: string, type: string, target: string, mode?: string])[]
): string =>
  `<Relationships xmlns="${RELATIONSHIPS}">${all
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
    )
    .join("")}</Relationships>`;

/** A .docx of the given body; `more` adds or replaces parts. */
export const docxOf = (body: string, more: Parts = {}): Uint8Array =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(["rId1", "officeDocument", "word/document.xml"]),
    "word/document.xml": `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

export const paragraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;

export const tableXml = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;

/** A .xlsx of one sheet; `more` adds or replaces parts. */
export const xlsxOf = (sheet: string, more: Parts = {}): Uint8Array =>
  zipOf({
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="表 一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ),
    "xl/worksheets/sheet1.xml": `<worksheet>${sheet}</worksheet>`,
    "xl/sharedStrings.xml": "<sst/>",
    "xl/styles.xml": "<styleSheet/>",
    ...more,
  });

/** Overwrites the size that the directory and the local header give the entry. */
export function withDeclaredSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (const [signature, sizeAt, nameAt] of [
    ["PK\x01\x02", 24, 46],
    ["PK\x03\x04", 22, 30],
  ] as const)
    for (
      let at = bytes.indexOf(signature, 0, "latin1");
      at >= 0;
      at = bytes.indexOf(signature, at + 4, "latin1")
    )
      if (bytes.toString("utf8", at + nameAt, at + nameAt + Buffer.byteLength(name)) === name)
        bytes.writeUInt32LE(size, at + sizeAt);
  return bytes;
}
