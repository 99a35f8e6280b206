import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import { badInput, notFound } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { idOfType } from "../../platform/graphql/global-id.js";
import {
  JSON_TYPE,
  refusal,
  type Route,
  type RouteCall,
  type RouteReply,
} from "../../platform/http/routes.js";
import { download, FILE_FORMATS, type FileFormat } from "../exchange/index.js";
import type { Judge } from "./fitness.js";
import { defaultVariables, libraryFor } from "./library.js";
import { savedQueryById, versionsOfQuery } from "./saved-query.loader.js";
import { readJson, readVariables, type Variables } from "./variables.js";

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

/** Runs it with the rights of whoever asks, never those of whoever saved it. */
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
  const variables = { ...found.variables, ...asked.variables };
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
    `The schema has outgrown this query: ${reason}`,
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

interface Asked {
  readonly version: number | null;
  readonly variables: Variables;
}

const VARIABLE = /^var\.((?!__)[_A-Za-z]\w{0,79})$/;
const VERSION = /^[1-9]\d{0,8}$/;

/** `version` and `var.<name>`; a slip in a name is told, where leaving it aside would answer another question. */
function readSearch(search: URLSearchParams): Asked {
  const variables: Record<string, unknown> = {};
  let version: number | null = null;
  for (const [key, value] of search) {
    const name = VARIABLE.exec(key)?.[1];
    if (name !== undefined) variables[name] = readValue(key, value);
    else if (key !== "version")
      throw badInput(
        text("只有 version 和 var.<变量名> 两种参数", "The parameters are version and var.<name>"),
        [key.slice(0, 80)],
      );
    else if (VERSION.test(value)) version = Number(value);
    else throw badInput(text("version 须为版本号", "version must be a number"), ["version"]);
  }
  return { version, variables };
}

function readValue(key: string, json: string): unknown {
  const value = readJson(json);
  if (value === undefined)
    throw badInput(
      text(
        `${key} 须为 JSON，文字须带引号，如 "371003"`,
        `${key} must be JSON: a text stands in quotes, such as "371003"`,
      ),
      [key],
    );
  return value;
}
