import type { RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { badInput, CallerFault } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { DocumentCheck } from "../platform/graphql/document-check.js";
import type { Route, RouteCall } from "../platform/http/routes.js";
import type { DownloadLinks } from "./download-links.js";
import { download, FILE_FORMATS, type FileFormat } from "./download.js";

/** GET /download?ticket=…: a link of `downloadLink`, opened with the present rights of its maker. */
const linkRoute = (links: DownloadLinks, check: DocumentCheck, clock: Clock): Route<RequestContext> => ({
  method: "GET",
  url: "/download",
  authorization: async (search) => {
    const token = (await links.open(search.get("ticket") ?? ""))?.token;
    return token == null ? undefined : `Bearer ${token}`;
  },
  handle: async (call) => {
    const linked = await links.open(call.search.get("ticket") ?? "");
    if (!linked || "path" in linked) throw expired();
    const read = check.read(linked.document);
    if ("problems" in read) throw badInput(read.problems[0], ["document"]);
    const { variables, format } = linked;
    return download(call, check, format, { read, variables, name: null, now: clock.now() });
  },
});

export const expired = (): CallerFault =>
  new CallerFault(
    "NOT_FOUND",
    text("链接无效或已失效，请重新生成", "The link is invalid or expired: make another"),
  );

/** POST /download.csv and /download.xlsx with a body as for /graphql: any table that a query can return. */
export const downloadRoutes = (
  check: DocumentCheck,
  links: DownloadLinks,
  clock: Clock,
): Route<RequestContext>[] => [
  linkRoute(links, check, clock),
  ...FILE_FORMATS.map((format): Route<RequestContext> => ({
    method: "POST",
    url: `/download.${format}`,
    handle: (call) => answer(call, check, format, clock.now()),
  })),
];

async function answer(call: RouteCall<RequestContext>, check: DocumentCheck, format: FileFormat, now: Date) {
  const { query, variables } = readBody(call.body);
  const read = check.read(query);
  if ("problems" in read) throw badInput(read.problems[0], ["query"]);
  return download(call, check, format, { read, variables, name: null, now });
}

function readBody(body: unknown): { query: string; variables: Record<string, unknown> } {
  const { query, variables } = isObject(body) ? body : {};
  if (typeof query !== "string")
    throw badInput(text("请求缺少 query", "The request has no query"), ["query"]);
  if (variables === undefined || variables === null) return { query, variables: {} };
  if (!isObject(variables))
    throw badInput(text("variables 须为对象", "variables must be an object"), ["variables"]);
  return { query, variables };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
