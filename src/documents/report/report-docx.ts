import type { ZipEntry } from "../zip.js";
import type { Slot } from "../../forms/index.js";
import {
  leadOf,
  paragraphsOf,
  type Part,
  partsOf,
  propertiesOf,
  type ReportDocument,
  signatureDate,
  TITLE,
  titleOf,
} from "./report-document.js";
import { blockControl, control, paragraph, run, table, wordFile } from "../../wordprocessing/index.js";

/**
 * The report as a Word file in the official layout. Every figure, text and date stands in a content control whose tag
 * names it, so that the file can be read back after somebody has edited it.
 */
export function reportDocx(document: ReportDocument): ZipEntry[] {
  const body = [
    title(document),
    paragraph(""),
    section(document, "INTRODUCTION", "引言"),
    ...partsOf(document).map((part) => printed(document, part)),
    ...signature(document),
  ];
  const { name } = document.unit;
  return wordFile({
    title: titleOf(document),
    author: name,
    body: body.join(""),
    properties: propertiesOf(document),
  });
}

/** Characters of 22 pt on a line of 156 mm. */
const TITLE_LENGTH = 20;

/** On one line if it fits; otherwise the unit's name stands on a line of its own. */
function title(document: ReportDocument): string {
  const { unit, year } = document;
  const name = control("report.unit", "机关名称", run(unit.name));
  const rest = control("report.year", "年度", run(String(year))) + run(TITLE);
  const fits = [...titleOf(document)].length - 2 <= TITLE_LENGTH;
  return paragraph(fits ? name + rest : `${name}<w:r><w:br/></w:r>${rest}`, { style: "Title" });
}

const TEXT = { first: 2 };

function section(document: ReportDocument, key: Parameters<typeof paragraphsOf>[1], heading: string): string {
  const paragraphs = paragraphsOf(document, key).map((text) => {
    const lead = leadOf(text);
    const body = text.slice(lead.length);
    return paragraph((lead && run(lead, { font: "subheading" })) + (body && run(body)), TEXT);
  });
  return blockControl(`section.${key}`, heading, paragraphs.join(""));
}

function printed(document: ReportDocument, part: Part): string {
  // Table 三 fills a page of its own with its heading.
  const pageBreakBefore = "table" in part && part.table === "requests";
  const heading = paragraph(run(part.heading), { style: "Heading1", pageBreakBefore, keepNext: true });
  if ("section" in part) return heading + section(document, part.section, part.heading);
  const labels = new Map(document.figures.format.cells.map(({ code, label }) => [code, label]));
  return heading + table(part.grid, tagged(labels));
}

const tagged =
  (labels: ReadonlyMap<string, string>) =>
  ({ cell: { text, code } }: Slot): string =>
    code === undefined ? run(text) : control(code, labels.get(code) ?? code, run(text));

/** Characters that the date keeps from the right margin (GB/T 9704). */
const DATE_INDENT = 4;

/** The organ's name is centred over the date, as far as the margin allows. */
function signature({ unit, signedOn }: ReportDocument): string[] {
  const date = signatureDate(signedOn);
  const overhang = (widthOf(date) - widthOf(unit.name)) / 2;
  return [
    paragraph("", { keepNext: true }),
    paragraph(run(unit.name), { align: "right", right: Math.max(0, DATE_INDENT + overhang), keepNext: true }),
    paragraph(control("report.signedOn", "成文日期", run(date)), { align: "right", right: DATE_INDENT }),
  ];
}

/** In characters: figures are half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character < "\u0080" ? 0.5 : 1), 0);
