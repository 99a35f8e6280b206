// `npm run bench -- documents`: what it costs to write a report out, to bring one in and to audit a text, each beside the
// least that any program could do with the same bytes, in turns.
import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { auditTexts } from "../src/audit/index.js";
import { packed } from "../src/documents/open-data/bundle.js";
import type { ReportDocument } from "../src/documents/report/report-document.js";
import { reportDocx } from "../src/documents/report/report-docx.js";
import { reportHtml } from "../src/documents/report/report-html.js";
import { reportXlsx } from "../src/documents/report/report-xlsx.js";
import { completeTotals, formatOfYear } from "../src/forms/index.js";
import { digestFile } from "../src/intake/digest-file.js";
import { readLabelled, SENTENCES } from "./audit-eval.js";

const ROUNDS = 15;
const WARM_UP = 5;
const AUDITED_CHARACTERS = 100_000;
const YEAR = 2023;

interface Work {
  readonly title: string;
  readonly floor: () => unknown;
  readonly ours: () => unknown;
}

export async function benchDocuments(): Promise<void> {
  console.log(`\n${row("", "floor ms", "gongkai ms", "ratio")}`);
  for (const { title, floor, ours } of await works()) {
    for (let i = 0; i < WARM_UP; i++) await Promise.all([floor(), ours()]);
    const spent: [number, number][] = [];
    for (let i = 0; i < ROUNDS; i++) spent.push([await cpuOf(floor), await cpuOf(ours)]);
    const [a, b] = [median(spent.map(([ms]) => ms)), median(spent.map(([, ms]) => ms))];
    console.log(row(title, a.toFixed(2), b.toFixed(2), (b / a).toFixed(1)));
  }
  console.log(`resident memory, peak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

async function works(): Promise<Work[]> {
  const report = sampleReport();
  const text = longText();
  const [docx, xlsx] = [await packed(reportDocx(report)), await packed(reportXlsx(report))];
  const unpacked = (file: Buffer): Buffer => Buffer.concat(Object.values(unzipSync(file)));
  const [docxParts, xlsxParts] = [unpacked(docx), unpacked(xlsx)];
  return [
    {
      title: "report as .docx / its XML deflated",
      floor: () => deflateRawSync(docxParts),
      ours: () => packed(reportDocx(report)),
    },
    {
      title: "report as .xlsx / its XML deflated",
      floor: () => deflateRawSync(xlsxParts),
      ours: () => packed(reportXlsx(report)),
    },
    {
      title: "report as a page / as JSON",
      floor: () => JSON.stringify(report),
      ours: () => reportHtml(report),
    },
    {
      title: ".docx understood / unzipped to text",
      floor: () => unpacked(docx).toString("utf8"),
      ours: () => digestFile(docx, "report.docx"),
    },
    {
      title: ".xlsx understood / unzipped to text",
      floor: () => unpacked(xlsx).toString("utf8"),
      ours: () => digestFile(xlsx, "report.xlsx"),
    },
    {
      title: `${AUDITED_CHARACTERS} characters audited / their figures found`,
      floor: () => text.split("。").map((sentence) => [...sentence.matchAll(/\d+(?:[.,]\d+)*/g)]),
      ours: () => auditTexts({ year: YEAR, sections: { OVERVIEW: text } }),
    },
  ];
}

function sampleReport(): ReportDocument {
  const format = formatOfYear(YEAR);
  if (!format) throw new Error(`no form for ${YEAR}`);
  const given = format.cells.map(({ computed, position }) => (computed ? null : (position * 7) % 23));
  return {
    unit: { code: "371003003", name: "威海市文登区环山街道办事处" },
    year: YEAR,
    scope: "OWN",
    revision: 7,
    findings: null,
    figures: { format, values: completeTotals(format, given).values },
    sections: { OVERVIEW: longText().slice(0, 3_000), PROBLEMS: longText().slice(3_000, 3_600) },
    signedOn: "2024-01-09",
    publishedAt: "2024-01-20T01:00:00.000Z",
  };
}

/** The labelled sentences over and over: nothing is as dense with figures. */
function longText(): string {
  const once = readLabelled(SENTENCES)
    .map(({ text }) => text)
    .join("\n");
  return `${once}\n`.repeat(Math.ceil(AUDITED_CHARACTERS / once.length)).slice(0, AUDITED_CHARACTERS);
}

async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const row = (title: string, ...figures: readonly string[]): string =>
  title.padEnd(52) + figures.map((figure) => figure.padStart(12)).join("");
