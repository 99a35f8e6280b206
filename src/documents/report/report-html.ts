import { createHash } from "node:crypto";
import type { GridCell } from "../../forms/index.js";
import { markup } from "../../wordprocessing/index.js";
import { REPORT_CSS } from "./report-css.js";
import {
  leadOf,
  paragraphsOf,
  type Part,
  partsOf,
  type ReportDocument,
  signatureDate,
  TITLE,
  titleOf,
} from "./report-document.js";

/** A file of the same report, offered on the page. */
export interface FileLink {
  readonly label: string;
  readonly href: string;
}

/** Nothing is loaded, run or sent: the page is its text and this one style sheet. */
export const REPORT_PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(REPORT_CSS).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

/** Where a published report stands for good. */
export interface PublicPlace {
  /** Scheme and host; "" where they are not known. */
  readonly origin: string;
  readonly address: string;
  readonly files: readonly FileLink[];
}

/** The report as a page that reads well on a screen and prints in the official layout; null: it is not published. */
export function reportHtml(document: ReportDocument, place: PublicPlace | null = null): string {
  const { unit, year, signedOn } = document;
  const { format } = document.figures;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${markup(titleOf(document))}</title>${place ? aboutOf(document, place) : ""}<style>${REPORT_CSS}</style></head><body>`,
    linksOf(document, place?.files ?? []),
    `<main data-unit="${markup(unit.code)}" data-year="${year}" data-scope="${document.scope}" data-format="${format.code}" data-revision="${document.revision}">`,
    `<h1><span data-report="unit">${markup(unit.name)}</span><wbr><span class="rest"><span data-report="year">${year}</span>${TITLE}</span></h1>`,
    section(document, "INTRODUCTION"),
    ...partsOf(document).map((part) => printed(document, part)),
    `<div class="signature"><p>${markup(unit.name)}</p><p><span data-report="signedOn">${signatureDate(signedOn)}</span></p></div>`,
    "</main></body></html>",
  ].join("\n");
}

function aboutOf(document: ReportDocument, { origin, address }: PublicPlace): string {
  const { unit, year, publishedAt } = document;
  const title = markup(titleOf(document));
  const url = markup(`${origin}${address}`);
  const described = markup(`${unit.name}${year}年政府信息公开工作年度报告全文和表格`);
  return [
    `<meta name="description" content="${described}"><link rel="canonical" href="${url}">`,
    `<meta property="og:title" content="${title}"><meta property="og:description" content="${described}">`,
    `<meta property="og:type" content="article"><meta property="og:url" content="${url}">`,
    `<meta property="og:locale" content="zh_CN"><meta property="article:published_time" content="${publishedAt ?? ""}">`,
  ].join("\n");
}

function linksOf({ unit, publishedAt }: ReportDocument, files: readonly FileLink[]): string {
  if (publishedAt === null)
    return '<nav aria-label="下载 · Downloads"><strong>未发布 · Not published</strong></nav>';
  const links = files.map(({ label, href }) => `<a href="${markup(href)}" download>${markup(label)}</a>`);
  const all = `<a href="/open/${markup(unit.code)}">本机关各年度年报</a>`;
  return `<nav aria-label="下载 · Downloads">${links.join("")}${all}</nav>`;
}

function section(document: ReportDocument, key: Parameters<typeof paragraphsOf>[1]): string {
  const paragraphs = paragraphsOf(document, key).map((text) => {
    const lead = leadOf(text);
    return `<p>${lead && `<b>${markup(lead)}</b>`}${markup(text.slice(lead.length))}</p>`;
  });
  return `<div class="text" data-section="${key}">${paragraphs.join("")}</div>`;
}

function printed(document: ReportDocument, part: Part): string {
  if ("section" in part) return `<h2>${markup(part.heading)}</h2>${section(document, part.section)}`;
  const { grid, heading, table } = part;
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const columns = grid.widths.map(
    (width) => `<col width="${((width / total) * 100).toFixed(2).replace(/\.?0+$/, "")}%">`,
  );
  const row = (cells: readonly GridCell[]): string => `<tr>${cells.map(cellOf).join("")}</tr>`;
  const head = grid.rows.slice(0, grid.headRows).map(row).join("\n");
  const body = grid.rows.slice(grid.headRows).map(row).join("\n");
  return [
    `<section class="${table}"><h2>${markup(heading)}</h2><div class="wide" tabindex="0" role="region" aria-label="${markup(heading)}">`,
    `<table><caption>${markup(heading)}</caption><colgroup>${columns.join("")}</colgroup>`,
    `${head && `<thead>${head}</thead>`}<tbody>${body}</tbody></table></div></section>`,
  ].join("\n");
}

function cellOf({ text, kind, colSpan, rowSpan, code }: GridCell): string {
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
  if (kind === "figure")
    return `<td${spans} data-cell="${code}" data-value="${markup(text)}">${markup(text)}</td>`;
  const scope = kind === "head" ? (colSpan > 1 ? "colgroup" : "col") : rowSpan > 1 ? "rowgroup" : "row";
  return `<th${spans} scope="${scope}">${markup(text)}</th>`;
}
