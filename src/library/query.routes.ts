import type { RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { notFound } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { JSON_TYPE, refusal, type Route, type RouteCall, type RouteReply } from "../platform/http/routes.js";
import { download, FILE_FORMATS, type FileFormat } from "../documents/index.js";
import type { Judge } from "./fitness.js";
import { defaultVariables, libraryFor } from "./library.js";
import { savedQueryById, versionsOfQuery } from "./saved-query.loader.js";
import { readSearch, typedVariables } from "./plain-parameters.js";
import { readVariables, type Variables } from "./variables.js";

/** `GET /queries/<id>`, `.csv`, `.xlsx`; `library.<slug>` in place of an id names one of the library. */
export const queryRoutes = (judge: Judge, clock: Clock): Route<RequestContext>[] => [
  { method: "GET", url: "/queries/:name", handle: (call) => run(call, judge, clock.now()) },
];

interface Runnable {
  readonly title: string;
  readonly document: string;
  readonly variables: Variables;
}

const NAME = new RegExp(
  `^(?:library\\.([a-z0-9-]{1,60})|([\\w-]{1,200}))(?:\\.(${FILE_FORMATS.join("|")}))?$`,
);

/** Runs a query with the rights of the caller, not of its owner. */
async function run(call: RouteCall<RequestContext>, { check }: Judge, now: Date): Promise<RouteReply> {
  const { context, search, execute } = call;
  const [, slug, id, format] = NAME.exec(call.params["name"] ?? "") ?? [];
  const asked = readSearch(search);
  const found = slug
    ? fromLibrary(slug, asked.version, context, now)
    : await saved(id ?? "", asked.version, context);
  const read = check.read(found.document);
  if ("problems" in read) {
    const message = read.problems.map((problem) => problem[context.language]).join("；");
    return { ...refusal([outgrown(message, context)]), status: 422 };
  }
  const variables = { ...found.variables, ...typedVariables(check.schema, read.operation, asked.given) };
  check.costOf(read, variables);
  if (format) return download(call, check, format as FileFormat, { read, variables, name: found.title, now });
  const { data, errors, extensions } = await execute(found.document, variables);
  if (!data) return refusal(errors ?? []);
  if (errors || context.viewer.user)
    return { type: JSON_TYPE, body: JSON.stringify({ errors, data, extensions }) };
  const body = JSON.stringify({ data });
  return { type: JSON_TYPE, body, fingerprint: body };
}

function outgrown(reason: string, { language }: RequestContext) {
  const message = text(
    `这个查询已不符合现行接口：${reason}`,
    `This query no longer fits the schema: ${reason}`,
  );
  return { message: message[language], extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
}

function fromLibrary(slug: string, version: number | null, { viewer, language }: RequestContext, now: Date) {
  const entry = libraryFor(viewer).find((one) => one.slug === slug);
  if (!entry || version !== null) throw notFound();
  const { name, document } = entry;
  return { title: name[language], document, variables: defaultVariables(entry, viewer, now) };
}

async function saved(
  globalId: string,
  number: number | null,
  { loaders }: RequestContext,
): Promise<Runnable> {
  const id = idOfType("SavedQuery", globalId);
  const query = id === null ? null : await loaders.of(savedQueryById).load(id);
  if (!query) throw notFound();
  const version =
    number === null
      ? query
      : (await loaders.of(versionsOfQuery).load(query.id)).find((one) => one.number === number);
  if (!version) throw notFound();
  const title = `${query.name} v${number ?? query.version}`;
  return { title, document: version.document, variables: readVariables(version.variables) ?? {} };
}
