import { Readable } from "node:stream";
import type { RequestContext } from "../../access/index.js";
import type { ReportScope } from "../../reports/index.js";
import { notFound } from "../../kernel/fault.js";
import { JSON_TYPE, type Route, type RouteCall, type RouteReply } from "../../platform/http/routes.js";
import type { DownloadLinks } from "../download-links.js";
import { expired } from "../download.routes.js";
import { zipped } from "../zip.js";
import { fileNameOf, type ReportDocument, reportJson } from "./report-document.js";
import { reportDocx } from "./report-docx.js";
import { type FileLink, REPORT_PAGE_HEADERS, reportHtml } from "./report-html.js";
import { type ReportName, reportNamed } from "./report-source.js";
import { reportXlsx } from "./report-xlsx.js";
import { DOCX } from "../../wordprocessing/index.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Writers by file extension; the page itself has none. */
const WRITERS = {
  docx: { type: DOCX, write: (report: ReportDocument) => Readable.from(zipped(reportDocx(report))) },
  xlsx: { type: XLSX, write: (report: ReportDocument) => Readable.from(zipped(reportXlsx(report))) },
  json: { type: JSON_TYPE, write: (report: ReportDocument) => JSON.stringify(reportJson(report)) },
} as const;
export type ReportFormat = keyof typeof WRITERS | "html";

const EXTENSIONS = Object.keys(WRITERS);
const FILE = new RegExp(`^(\\d{4})(-system)?(?:\\.(${EXTENSIONS.join("|")}))?$`);
const CODE = /^[\dA-Za-z-]{1,40}$/;
const VERSION = /^[1-9]\d{0,5}$/;

/** Where a report can be read for good: `/reports/371003003/2023`, its files with an extension. */
export const addressOf = (code: string, year: number, scope: ReportScope, format: ReportFormat): string =>
  `/reports/${code}/${year}${scope === "SYSTEM" ? "-system" : ""}${format === "html" ? "" : `.${format}`}`;

/**
 * GET /reports/<unit>/<year>, .docx, .xlsx, .json: a report as far as the caller may see it. Without a sign-in that is
 * the published one; a browser without a header brings the ticket of `AnnualReport.file`.
 */
export const reportRoutes = (links: DownloadLinks): Route<RequestContext>[] => [
  {
    method: "GET",
    url: "/reports/:unit/:file",
    authorization: async (search, header) => {
      const ticket = search.get("ticket");
      if (ticket === null) return header;
      const token = (await links.open(ticket))?.token;
      return token == null ? undefined : `Bearer ${token}`;
    },
    handle: (call) => answer(call, links),
  },
];

async function answer(call: RouteCall<RequestContext>, links: DownloadLinks): Promise<RouteReply> {
  const { unit = "", file = "" } = call.params;
  const [, year, system, extension] = FILE.exec(file) ?? [];
  if (year === undefined || !CODE.test(unit)) throw notFound();
  const ticket = call.search.get("ticket");
  if (ticket !== null) {
    const linked = await links.open(ticket);
    // A ticket opens one file, not all that its maker may see.
    if (!linked || !("path" in linked) || linked.path !== `/reports/${unit}/${file}`) throw expired();
  }
  const scope = system === undefined ? "OWN" : "SYSTEM";
  const name = { code: unit, year: Number(year), scope, version: versionIn(call.search) } as const;
  const report = await reportNamed(name, call.context);
  if (!report) throw notFound();
  return written(report, name, extension as keyof typeof WRITERS | undefined, call);
}

function versionIn(search: URLSearchParams): number | null {
  const given = search.get("version");
  if (given !== null && !VERSION.test(given)) throw notFound();
  return given === null ? null : Number(given);
}

function written(
  report: ReportDocument,
  name: ReportName,
  extension: keyof typeof WRITERS | undefined,
  { context: { viewer }, origin }: RouteCall<RequestContext>,
): RouteReply {
  // Everybody who has not signed in gets the same answer.
  const shared = viewer.user === null;
  if (extension === undefined) {
    const { code, year, scope } = name;
    const place = { origin, address: addressOf(code, year, scope, "html"), files: filesOf(name) };
    const body = reportHtml(report, report.publishedAt === null ? null : place);
    const page = { type: "text/html; charset=utf-8", body, headers: REPORT_PAGE_HEADERS };
    return { ...page, ...(shared && { fingerprint: body }) };
  }
  const { type, write } = WRITERS[extension];
  const fingerprint = `${extension} ${JSON.stringify(reportJson(report))}`;
  const file = { type, body: write(report), fileName: fileNameOf(report, extension) };
  return { ...file, ...(shared && { fingerprint }) };
}

const filesOf = ({ code, year, scope, version }: ReportName): FileLink[] =>
  (
    [
      ["Word（.docx）", "docx"],
      ["Excel（.xlsx）", "xlsx"],
      ["数据（.json）", "json"],
    ] as const
  ).map(([label, format]) => ({
    label,
    href: `${addressOf(code, year, scope, format)}${version === null ? "" : `?version=${version}`}`,
  }));
