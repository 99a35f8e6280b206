import { strToU8, zipSync } from "fflate";
import { columns, paragraph, picture, run, wordFile } from "../../../wordprocessing/index";

export interface DrawnChart {
  readonly title: string;
  /** data:image/png;base64,… */
  readonly png: string;
  /** Its height for a width of 1. */
  readonly ratio: number;
}

export interface PrintedBrief {
  readonly title: string;
  readonly author: string;
  readonly sentences: readonly string[];
  /** What the figures rest on. */
  readonly source: string;
  readonly chartsTitle: string;
  readonly charts: readonly DrawnChart[];
}

/** Two charts beside each other on the official text area of 156 × 225 mm. */
const COLUMN_MM = 78;
const CHART_MM = 75;
/** Three rows of charts, each with its title, below a heading. */
const TALLEST_MM = 60;

/** The brief as a Word file on two sheets: the sentences on the first, the charts on the second. */
export function briefDocx(brief: PrintedBrief): Uint8Array<ArrayBuffer> {
  const { title, author, sentences, source, charts, chartsTitle } = brief;
  const body = [
    paragraph(onLines(title), { style: "Title" }),
    paragraph(""),
    ...sentences.map((sentence, i) =>
      paragraph(run(`${i + 1}. ${sentence}`, sizeOf(sentences)), { first: 2 }),
    ),
    paragraph(run(source, { font: "subheading", size: 12 }), { first: 2 }),
    paragraph(run(chartsTitle), { style: "Heading1", pageBreakBefore: true }),
    columns(inPairs(charts.map(chart)), COLUMN_MM),
    // A body ends with a paragraph, not with a table.
    paragraph("", { style: "Picture" }),
  ];
  const file = { title, author, body: body.join(""), pictures: charts.length, properties: {} };
  const parts = wordFile(file).map(({ name, content }) => [name, strToU8(content.join(""))] as const);
  const pictures = charts.map(({ png }, i) => [`word/media/picture${i + 1}.png`, bytesOf(png)] as const);
  return zipSync(Object.fromEntries([...parts, ...pictures]), { mtime: "1980-01-01T00:00:00" });
}

/** Characters of the title on a line of 156 mm. */
const TITLE_LENGTH = 20;

/** A title that does not fit on one line breaks after the unit's name. */
function onLines(title: string): string {
  const end = title.length > TITLE_LENGTH ? title.indexOf(" ") : -1;
  return end < 0 ? run(title) : `${run(title.slice(0, end))}<w:r><w:br/></w:r>${run(title.slice(end + 1))}`;
}

/** Characters of 三号 on the first sheet, below the title: 19 lines of 28. Longer briefs are set in 小四. */
const FULL_SHEET = 19 * 28;

function sizeOf(sentences: readonly string[]): { readonly size?: number } {
  const lines = sentences.reduce((sum, { length }) => sum + Math.ceil((length + 4) / 28), 0);
  return lines * 28 > FULL_SHEET ? { size: 12 } : {};
}

function chart({ title, ratio }: DrawnChart, index: number): string {
  const width = Math.min(CHART_MM, TALLEST_MM / ratio);
  return (
    paragraph(run(title), { style: "Picture", keepNext: true }) +
    paragraph(picture({ number: index + 1, says: title, width, height: width * ratio }), { style: "Picture" })
  );
}

const inPairs = (cells: readonly string[]): string[][] =>
  cells
    .filter((_, i) => i % 2 === 0)
    .map((first, i) => [first, cells[2 * i + 1] ?? paragraph("", { style: "Picture" })]);

const bytesOf = (png: string): Uint8Array =>
  Uint8Array.from(atob(png.slice(png.indexOf(",") + 1)), (character) => character.charCodeAt(0));
