import { type Grid, type Slot, slotsOf } from "../forms/index.js";
import { markup } from "./markup.js";

/**
 * WordprocessingML (ECMA-376) of an official document after GB/T 9704: A4, text area of 156 × 225 mm, 22 lines of body
 * text a page. Column widths are given in twentieths of a point with a fixed layout, without which LibreOffice spreads
 * them anew.
 */
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const DOCX = `${WORD}.document`;

export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  heading: "黑体",
  subheading: "楷体_GB2312",
  plain: "宋体",
} as const;
export type FontName = keyof typeof FONTS;

/** Twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const CHARACTER = 320;
const LINE = 579;

export interface RunStyle {
  readonly font?: FontName;
  /** Points. */
  readonly size?: number;
}

export function run(text: string, { font, size }: RunStyle = {}): string {
  const name = font && FONTS[font];
  const fonts = name
    ? `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
    : "";
  const sizes = size === undefined ? "" : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  const style = fonts || sizes ? `<w:rPr>${fonts}${sizes}</w:rPr>` : "";
  const content = text
    .split("\t")
    .map((part) => `<w:t xml:space="preserve">${markup(part)}</w:t>`)
    .join("<w:tab/>");
  return `<w:r>${style}${content}</w:r>`;
}

/** An inline content control: `tag` names what it holds, whatever is written into it. */
export function control(tag: string, alias: string, content: string): string {
  return `<w:sdt>${controlHead(tag, alias)}<w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A content control around whole paragraphs. */
export const blockControl = (tag: string, alias: string, paragraphs: string): string =>
  `<w:sdt>${controlHead(tag, alias)}</w:sdtPr><w:sdtContent>${paragraphs}</w:sdtContent></w:sdt>`;

// Locked against deletion, open to editing.
const controlHead = (tag: string, alias: string): string =>
  `<w:sdtPr><w:alias w:val="${markup(alias)}"/><w:tag w:val="${markup(tag)}"/><w:lock w:val="sdtLocked"/>`;

export interface ParagraphStyle {
  readonly style?: "Title" | "Heading1" | "Cell" | "Picture";
  readonly align?: "left" | "center" | "right";
  /** Indents in body characters. */
  readonly first?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
}

export function paragraph(content: string, style: ParagraphStyle = {}): string {
  const { first, right } = style;
  const indents = [
    first === undefined
      ? ""
      : ` w:firstLineChars="${Math.round(first * 100)}" w:firstLine="${characters(first)}"`,
    right === undefined ? "" : ` w:rightChars="${Math.round(right * 100)}" w:right="${characters(right)}"`,
  ].join("");
  const properties = [
    style.style ? `<w:pStyle w:val="${style.style}"/>` : "",
    style.keepNext ? "<w:keepNext/>" : "",
    style.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    indents ? `<w:ind${indents}/>` : "",
    style.align ? `<w:jc w:val="${style.align}"/>` : "",
  ].join("");
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${content}</w:p>`;
}

const characters = (count: number): number => Math.round(count * CHARACTER);

/** What a cell's paragraph holds; by default its text. */
export type CellContent = (slot: Slot) => string;

/** A table that stays whole: no row is broken, and each keeps with the next. */
export function table(grid: Grid, content: CellContent): string {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`);
  const total = grid.widths.reduce((sum, width) => sum + twips(width), 0);
  const all = slotsOf(grid);
  const rows = all.map((slots, at) => tableRow(slots, { grid, at, last: at === all.length - 1, content }));
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders.join("")}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${grid.widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join("")}</w:tblGrid>`,
    `${rows.join("")}</w:tbl>`,
  ].join("");
}

interface RowPlace {
  readonly grid: Grid;
  readonly at: number;
  readonly last: boolean;
  readonly content: CellContent;
}

function tableRow(slots: readonly Slot[], { grid, at, last, content }: RowPlace): string {
  const cells = slots.map((slot) => {
    const { cell, column, begins } = slot;
    const width = grid.widths.slice(column, column + cell.colSpan).reduce((sum, one) => sum + twips(one), 0);
    const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : "";
    const merge = cell.rowSpan > 1 ? `<w:vMerge${begins ? ' w:val="restart"' : ""}/>` : "";
    const align = cell.kind === "label" ? "left" : "center";
    const inner = paragraph(begins ? content(slot) : "", { style: "Cell", align, keepNext: !last });
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${inner}</w:tc>`;
  });
  const header = at < grid.headRows ? "<w:tblHeader/>" : "";
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="340" w:hRule="atLeast"/>${header}</w:trPr>${cells.join("")}</w:tr>`;
}

/** A picture in a line of text; `number` counts the file's pictures from 1. Sizes in millimetres. */
export function picture({ number, says, width, height }: Picture): string {
  const size = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  const named = `id="${number}" name="picture${number}" descr="${markup(says)}"`;
  return [
    `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/>`,
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${pictureId(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
  ].join("");
}

export interface Picture {
  readonly number: number;
  /** For whoever cannot see it. */
  readonly says: string;
  readonly width: number;
  readonly height: number;
}

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
/** English metric units in a millimetre. */
const EMU = 36_000;
/** Styles, settings and two footers come before the pictures. */
const pictureId = (number: number): string => `rId${4 + number}`;

/** Contents beside each other without lines, in columns of the same width, in millimetres. */
export function columns(rows: readonly (readonly string[])[], width: number): string {
  const cell = (content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const grid = rows[0]?.map(() => `<w:gridCol w:w="${twips(width)}"/>`).join("") ?? "";
  const body = rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map(cell).join("")}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join("")}</w:tbl>`;
}

/** A part of the package: its name and its text. */
export interface WordPart {
  readonly name: string;
  readonly content: readonly string[];
}

export interface WordFile {
  readonly title: string;
  readonly author: string;
  readonly body: string;
  /** How many PNG pictures the body shows: whoever packs the file adds them as word/media/picture1.png and so on. */
  readonly pictures?: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** The parts of a .docx file, in the order in which readers want them. */
export function wordFile({ title, author, body, pictures = 0, properties }: WordFile): WordPart[] {
  const part = (name: string, content: string): WordPart => ({ name, content: [XML + content] });
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const relations = (name: string, ...all: string[]): WordPart =>
    part(name, `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`);
  const own = (type: string): string => `${OFFICE}/relationships/${type}`;
  return [
    part("[Content_Types].xml", CONTENT_TYPES),
    relations(
      "_rels/.rels",
      relation(1, own("officeDocument"), "word/document.xml"),
      relation(2, `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
      relation(3, own("custom-properties"), "docProps/custom.xml"),
    ),
    ...documentProperties({ title, author, properties }),
    relations(
      "word/_rels/document.xml.rels",
      relation(1, own("styles"), "styles.xml"),
      relation(2, own("settings"), "settings.xml"),
      relation(3, own("footer"), "footer1.xml"),
      relation(4, own("footer"), "footer2.xml"),
      ...Array.from({ length: pictures }, (_, i) =>
        relation(5 + i, own("image"), `media/picture${i + 1}.png`),
      ),
    ),
    part("word/styles.xml", STYLES),
    part("word/settings.xml", SETTINGS),
    part("word/footer1.xml", footer("right")),
    part("word/footer2.xml", footer("left")),
    part(
      "word/document.xml",
      `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships"><w:body>${body}${SECTION}</w:body></w:document>`,
    ),
  ];
}

const CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** Title, author and our own properties; the same parts in every Office file. */
export function documentProperties({ title, author, properties }: Omit<WordFile, "body">): WordPart[] {
  const own = Object.entries(properties).map(
    ([name, value], i) =>
      `<property fmtid="${CUSTOM}" pid="${i + 2}" name="${markup(name)}"><vt:lpwstr>${markup(value)}</vt:lpwstr></property>`,
  );
  const core = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${markup(title)}</dc:title><dc:creator>${markup(author)}</dc:creator></cp:coreProperties>`;
  const custom = `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${own.join("")}</Properties>`;
  return [
    { name: "docProps/core.xml", content: [XML, core] },
    { name: "docProps/custom.xml", content: [XML, custom] },
  ];
}

export const PROPERTY_TYPES = [
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
].join("");

const override = (part: string, type: string): string =>
  `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`;

const CONTENT_TYPES = [
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
  `${override("document", "document.main")}${override("styles", "styles")}${override("settings", "settings")}`,
  `${override("footer1", "footer")}${override("footer2", "footer")}${PROPERTY_TYPES}</Types>`,
].join("");

const SETTINGS = `<w:settings xmlns:w="${MAIN}"><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** A4 with the text area of 156 × 225 mm; the page number stands 7 mm below it. */
const SECTION = [
  '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>',
  `<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>`,
  `<w:pgMar w:top="${twips(37)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}" w:header="${twips(15)}" w:footer="${twips(23)}" w:gutter="0"/></w:sectPr>`,
].join("");

/** — 1 —, on the outer side, one character from the margin. */
function footer(side: "left" | "right"): string {
  const style = { font: "plain", size: 14 } as const;
  const field = `<w:fldSimple w:instr=" PAGE ">${run("1", style)}</w:fldSimple>`;
  const indent = `<w:ind w:${side}Chars="100" w:${side}="280"/>`;
  return `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/>${indent}<w:jc w:val="${side}"/></w:pPr>${run("— ", style)}${field}${run(" —", style)}</w:p></w:ftr>`;
}

const font = (name: FontName, size: number): string =>
  `<w:rPr><w:rFonts w:ascii="${FONTS[name]}" w:hAnsi="${FONTS[name]}" w:eastAsia="${FONTS[name]}" w:cs="${FONTS[name]}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
const style = (id: string, name: string, content: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>${content}</w:style>`;
const exact = (line: number): string =>
  `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;

const STYLES = [
  `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault>${font("body", 16)}</w:rPrDefault></w:docDefaults>`,
  style("Normal", "Normal", `<w:pPr><w:snapToGrid w:val="0"/>${exact(LINE)}<w:jc w:val="both"/></w:pPr>`),
  style("Title", "Title", `<w:pPr>${exact(700)}<w:jc w:val="center"/></w:pPr>${font("title", 22)}`),
  style(
    "Heading1",
    "heading 1",
    `<w:pPr><w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="${2 * CHARACTER}"/><w:outlineLvl w:val="0"/></w:pPr>${font("heading", 16)}`,
  ),
  style("Cell", "Cell", `<w:pPr>${exact(236)}<w:jc w:val="center"/></w:pPr>${font("plain", 9)}`),
  style(
    "Picture",
    "Picture",
    `<w:pPr><w:spacing w:before="40" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>${font("heading", 10.5)}`,
  ),
  style("Footer", "footer", `<w:pPr>${exact(320)}</w:pPr>${font("plain", 14)}`),
  "</w:styles>",
].join("");
