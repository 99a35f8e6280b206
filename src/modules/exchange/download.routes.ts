import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { DocumentCheck } from "../../platform/graphql/document-check.js";
import type { Route, RouteCall } from "../../platform/http/routes.js";
import { download, FILE_FORMATS, type FileFormat } from "./download.js";

/** POST /download.csv and /download.xlsx, with a body as /graphql takes it: any table that a query can ask for. */
export const downloadRoutes = (check: DocumentCheck, clock: Clock): Route<RequestContext>[] =>
  FILE_FORMATS.map((format) => ({
    method: "POST",
    url: `/download.${format}`,
    handle: (call) => answer(call, check, format, clock.now()),
  }));

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
