import { Readable } from "node:stream";
import type { RequestContext } from "../../access/index.js";
import { documentOfVersion, figuresOf, MOST_PUBLISHED, publishedReports } from "../../reports/index.js";
import { badInput, CallerFault, notFound } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { JSON_TYPE, type Route, type RouteCall, type RouteReply } from "../../platform/http/routes.js";
import { unitByItsCode } from "../../units/index.js";
import { addressOf } from "../report/report.routes.js";
import { bundle, mayBundle } from "./bundle.js";
import { dataPackage, OPEN_TABLES, openCsv, type PublishedDocument } from "./tables.js";

/**
 * What is published of a unit and all below it in one year: `/open-data/371003/2023/` with its tables, and
 * `reports.zip`, every report as a file with a manifest. It is the same for everybody, whatever else they may see.
 */
export const openDataRoutes = (): Route<RequestContext>[] =>
  ["/open-data/:unit/:year", "/open-data/:unit/:year/", "/open-data/:unit/:year/:file"].map((url) => ({
    method: "GET",
    url,
    handle: answer,
  }));

const BUNDLE = "reports.zip";
const PACKAGE = "datapackage.json";

async function answer({ params, context }: RouteCall<RequestContext>): Promise<RouteReply> {
  const { unit: code = "", year = "", file = PACKAGE } = params;
  const table = Object.hasOwn(OPEN_TABLES, file) ? OPEN_TABLES[file] : undefined;
  if (!/^\d{4}$/.test(year) || (!table && file !== PACKAGE && file !== BUNDLE)) throw notFound();
  const unit = await context.loaders.of(unitByItsCode).load(code);
  if (!unit) throw notFound();
  const title = `${unit.name}${year}年政府信息公开工作年度报告`;
  if (file === PACKAGE) {
    const body = JSON.stringify(dataPackage(`annual-reports-${unit.code}-${year}`, title), null, 2);
    return { type: JSON_TYPE, body, fingerprint: body };
  }
  const reports = await publishedIn(unit.path, Number(year), context);
  // Versions never change: their numbers tell whether the answer has.
  const fingerprint = JSON.stringify([file, title, reports.map((one) => [one.address, one.version])]);
  if (table)
    return {
      type: "text/csv; charset=utf-8",
      body: Readable.from(openCsv(table, reports)),
      fileName: file,
      fingerprint,
    };
  if (!mayBundle()) throw busy();
  const about = { title, unit: unit.code, year: Number(year), reports: reports.length };
  const body = Readable.from(bundle(reports, about));
  return { type: "application/zip", body, fileName: `${title}.zip`, fingerprint };
}

async function publishedIn(
  path: string,
  year: number,
  { loaders }: RequestContext,
): Promise<PublishedDocument[]> {
  const views = await loaders.of(publishedReports).load({ path, year });
  if (views.length >= MOST_PUBLISHED)
    throw badInput(
      text(
        `范围过大：一次最多 ${MOST_PUBLISHED} 份年报，请按区县取`,
        `Too many: at most ${MOST_PUBLISHED} reports at once, ask by district`,
      ),
    );
  const documents = loaders.of(documentOfVersion);
  return Promise.all(
    views.map(async (view): Promise<PublishedDocument> => {
      const { content, unitCode, number, year, scope, revision, signedOn, publishedAt } = view;
      const stored = content.kind === "version" ? await documents.load(content.versionId) : null;
      return {
        unit: { code: unitCode, name: view.unitName ?? "" },
        ...{ year, scope, revision, signedOn, publishedAt, version: number },
        figures: figuresOf(view),
        sections: stored?.sections ?? {},
        findings: null,
        address: addressOf(unitCode, year, scope, "html"),
      };
    }),
  );
}

const busy = (): CallerFault =>
  new CallerFault(
    "UNAVAILABLE",
    text("正在生成其他打包文件，请稍后再试", "Other bundles are being made: try again shortly"),
  );
