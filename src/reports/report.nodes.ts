import type { RequestContext } from "../access/index.js";
import { reportViewById, versionById } from "./report.loader.js";
import {
  type CellOwner,
  ownerOf,
  presentCell,
  presentReport,
  presentVersion,
  versionOwner,
} from "./report.presenter.js";
import { sourcesIn } from "./report-content.js";
import { figuresOf } from "./report.view.js";
import { indicator } from "../forms/index.js";

/** How each kind of record of this module is fetched by its id, for `node(id:)`. */
export const REPORT_NODES = {
  AnnualReport: async (id: string, { loaders }: RequestContext) => {
    const view = await loaders.of(reportViewById).load(id);
    return view && presentReport(view);
  },
  ReportVersion: async (id: string, { loaders }: RequestContext) => {
    const head = await loaders.of(versionById).load(id);
    return head && presentVersion(head);
  },
  ReportCell: async (id: string, context: RequestContext) => {
    const [reportId, code] = parts(id);
    const view = await context.loaders.of(reportViewById).load(reportId);
    return view && cellOf(code, ownerOf(view), view.format, context);
  },
  VersionCell: async (id: string, context: RequestContext) => {
    const [versionId, code] = parts(id);
    const head = await context.loaders.of(versionById).load(versionId);
    return head && cellOf(code, versionOwner(head), head.format, context);
  },
};

/** The row's id ends at the first dot; the indicator's code has dots of its own. */
function parts(id: string): [rowId: string, code: string] {
  const dot = id.indexOf(".");
  return dot < 0 ? [id, ""] : [id.slice(0, dot), id.slice(dot + 1)];
}

async function cellOf(code: string, owner: CellOwner, format: string, context: RequestContext) {
  if (!indicator(code)) return null;
  const { content } = owner.home;
  return presentCell(code, owner, figuresOf({ format, content }), await sourcesIn(format, content, context));
}
