import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { ApolloServer, BaseContext } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { CallerFault, type FaultCode } from "../../kernel/fault.js";
import { FAULT_STATUS, formatFault, RETRY_AFTER_SECONDS } from "../graphql/errors.js";
import { withRequestScope } from "../graphql/request-scope.js";
import { callOf, type IncomingCall } from "./incoming-call.js";
import { belowPrefix } from "./path-prefix.js";

/** An entry point besides /graphql, for programs that only know addresses. */
export interface Route<C> {
  readonly method: "GET" | "POST";
  /** `/queries/:name` */
  readonly url: string;
  /** The body is a file of at most so many bytes, from signed-in callers only; JSON where this is not given. */
  readonly bytes?: number;
  /** For clients that cannot send a header: the authorization that the address itself proves, given the header's. */
  readonly authorization?: (
    search: URLSearchParams,
    header: string | undefined,
  ) => Promise<string | undefined>;
  /** A CallerFault thrown here is answered as /graphql does, with the fitting status. */
  readonly handle: (call: RouteCall<C>) => Promise<RouteReply>;
}

export interface RouteCall<C> {
  readonly context: C;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly body: unknown;
  /** Whether the caller speaks HTTPS, as far as the trusted proxies say. */
  readonly secure: boolean;
  /**
   * Scheme, host and path prefix by which the caller came, such as `https://www.example.gov.cn/gongkai`; "" where the
   * host is malformed.
   */
  readonly origin: string;
  /** Path of everything that the product serves: `/`, or `/gongkai/` below a prefix. */
  readonly home: string;
  /** A browser asks, which shows pages; programs read JSON. */
  readonly acceptsPage: boolean;
  /** Runs a query as /graphql would: the same limits, the same budget, the caller's own rights. */
  readonly execute: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GraphQLReply>;
}

export interface GraphQLReply {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: object | undefined;
}

export interface RouteReply {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Readable;
  /** Seconds after which a temporary refusal may be tried again. */
  readonly retryAfter?: string;
  /** File name for the browser. */
  readonly fileName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Set if everybody gets the same answer: shared caches may keep it and revalidate each time. It changes whenever
   * the answer does. Without it the reply is private and nobody keeps it.
   */
  readonly fingerprint?: string;
}

export interface RouteOptions<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly context: (call: IncomingCall) => Promise<C>;
  readonly pathPrefix: string;
  /** Refuses, before the body is read, whoever may not send a large one. */
  readonly guard: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
}

export const JSON_TYPE = "application/json; charset=utf-8";

export function serveRoutes<C extends BaseContext>(
  app: FastifyInstance,
  routes: readonly Route<C>[],
  { apollo, context, pathPrefix, guard }: RouteOptions<C>,
): void {
  for (const { method, url, handle, authorization, bytes } of routes) {
    const handler = (request: FastifyRequest, reply: FastifyReply) => {
      const call = callOf(request);
      return withRequestScope(call, async () => {
        try {
          const search = new URLSearchParams(request.url.split("?").slice(1).join("?"));
          const proven = authorization && {
            authorization: await authorization(search, call.authorization),
          };
          const contextValue = await context({ ...call, ...proven });
          const answer = await handle({
            context: contextValue,
            params: request.params as Record<string, string>,
            search,
            body: request.body,
            ...readerOf(request, pathPrefix),
            execute: (query, variables) => execute(apollo, contextValue, query, variables),
          });
          return give(request, reply, placed(answer, pathPrefix));
        } catch (error) {
          if (!(error instanceof CallerFault)) throw error;
          return give(request, reply, refusal([formatFault(error, call.language)]));
        }
      });
    };
    const route = { method, url, handler };
    if (bytes === undefined) app.route(route);
    else
      void app.register((inside, _options, done) => {
        acceptFiles(inside).route({ ...route, bodyLimit: bytes, onRequest: guard });
        done();
      });
  }
}

const HOST = /^[\w.-]{1,253}(?::\d{1,5})?$|^\[[\da-f:.]{2,45}\](?::\d{1,5})?$/i;

const readerOf = ({ protocol, host, headers }: FastifyRequest, prefix: string) => ({
  secure: protocol === "https",
  origin: HOST.test(host) ? `${protocol}://${host}${prefix}` : "",
  home: `${prefix}/`,
  acceptsPage: headers.accept?.includes("text/html") ?? false,
});

/**
 * A file is `application/octet-stream`, which no form of a foreign page can send: a browser asks first. The type holds
 * for these routes alone.
 */
function acceptFiles(app: FastifyInstance): FastifyInstance {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  return app;
}

async function execute<C extends BaseContext>(
  apollo: ApolloServer<C>,
  contextValue: C,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphQLReply> {
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== "single") throw new Error("an answer in parts, which nobody asked for");
  return body.singleResult;
}

/** A reply of errors without data, with the status of the first error. */
export function refusal(errors: readonly GraphQLFormattedError[]): RouteReply {
  const { code, retryAfterSeconds } = errors[0]?.extensions ?? {};
  const retryAfter =
    code === "UNAVAILABLE"
      ? RETRY_AFTER_SECONDS
      : typeof retryAfterSeconds === "number"
        ? String(retryAfterSeconds)
        : undefined;
  return {
    status: statusOf(String(code)),
    type: JSON_TYPE,
    body: JSON.stringify({ errors }),
    ...(retryAfter && { retryAfter }),
  };
}

const statusOf = (code: string): number =>
  code === "INTERNAL_SERVER_ERROR" ? 500 : (FAULT_STATUS[code as FaultCode] ?? 400);

/** The answer where the reader finds it: pages and redirections name addresses on this server from its root. */
function placed(answer: RouteReply, prefix: string): RouteReply {
  const { type, body, headers } = answer;
  if (prefix === "") return answer;
  const location = headers?.["location"];
  return {
    ...answer,
    ...(type.startsWith("text/html") && typeof body === "string" && { body: belowPrefix(prefix, body) }),
    ...(location?.startsWith("/") && { headers: { ...headers, location: prefix + location } }),
  };
}

function give(request: FastifyRequest, reply: FastifyReply, answer: RouteReply): FastifyReply {
  const { status = 200, type, body, retryAfter, fileName, fingerprint, headers = {} } = answer;
  void reply.code(status).headers(headers).header("vary", "authorization, accept-language");
  if (retryAfter !== undefined) void reply.header("retry-after", retryAfter);
  if (fingerprint === undefined) void reply.header("cache-control", "private, no-store");
  else {
    // The tag depends on the content, not on the bytes: a file contains the time at which it was made.
    const tag = `W/"${createHash("sha256").update(fingerprint).digest("base64url")}"`;
    void reply.header("cache-control", "public, no-cache").header("etag", tag);
    if (holds(request.headers["if-none-match"], tag)) return reply.code(304).send();
  }
  if (fileName !== undefined) void reply.header("content-disposition", attachment(fileName));
  return reply.type(type).send(body);
}

const holds = (asked: string | undefined, tag: string): boolean =>
  asked?.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^(?!W\/)/, "W/") === tag) ??
  false;

/** RFC 6266: an ASCII name for old programs, the real one for all others. */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]/g, "_");
  const escaped = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${escaped}`;
}
