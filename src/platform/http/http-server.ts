import { randomUUID } from "node:crypto";
import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { CallerFault } from "../../kernel/fault.js";
import type { Health } from "../../kernel/health.js";
import { asRequestError } from "../graphql/errors.js";
import { withRequestScope } from "../graphql/request-scope.js";
import { callOf, notesOf, type IncomingCall } from "./incoming-call.js";
import { jsonHint } from "../graphql/syntax-hints.js";
import { errorHandler, MalformedJson, refuse, refuseFault, refuseSocket } from "./refusals.js";
import { serveRoutes, type Route } from "./routes.js";
import { withoutPrefix } from "./path-prefix.js";
import { servePages } from "./static-files.js";

const BODY_LIMIT = 256 * 1024;
/** Fits a thousand records of a ledger; only for signed-in callers. */
const IMPORT_LIMIT = 8 * 1024 * 1024;
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
/** Longest silence on a socket, the server's own work included; longer than any query may take. */
const SOCKET_TIMEOUT = 120_000;

/**
 * Answers are compressed, bodies are never decompressed (see `greet`). Small answers are not worth it; up to 16 kB
 * are compressed at once, larger ones on another thread. Tokens occur in small answers only, so no token is ever
 * compressed together with text that a caller sent. Level 4 takes half the time of the default for a twentieth more
 * bytes.
 */
const PACKING: FastifyCompressOptions = {
  encodings: ["gzip"],
  threshold: 1_024,
  syncThreshold: 16 * 1_024,
  zlibOptions: { level: 4 },
  globalDecompression: false,
};

export interface HttpServerOptions<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  /** A CallerFault thrown here, such as UNAUTHENTICATED, ends the request with the status that fits. */
  readonly context: (call: IncomingCall) => Promise<C>;
  /** Folder of the built pages: the console and GraphiQL; what is missing there is 404. */
  readonly pages: string;
  readonly log: Logger;
  /** How many proxies stand in front; 0 believes no header. */
  readonly trustedProxies?: number;
  /** Path below which a proxy offers the product, such as `/gongkai`; "" at the root. */
  readonly pathPrefix?: string;
  /** Rejects with a CallerFault unless the caller may send a large body; called before the body is read. */
  readonly mayImport: (call: IncomingCall) => Promise<void>;
  /** Entry points besides /graphql. */
  readonly routes?: readonly Route<C>[];
  /** Present health, from memory, so that asking costs nothing. */
  readonly health: () => Health;
}

/** The whole HTTP surface, ready for `listen` or `inject`; closing it stops Apollo, too. */
export async function createHttpServer<C extends BaseContext>(
  options: HttpServerOptions<C>,
): Promise<FastifyInstance> {
  const { apollo, log, pathPrefix = "" } = options;
  const app = bareServer(options.trustedProxies ?? 0, pathPrefix);
  app.setErrorHandler(errorHandler(log));
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404));
  app.addHook("onRequest", greet);
  app.addHook("onResponse", logRequests(log));
  app.addHook("onClose", () => apollo.stop());
  await acceptJsonOnly(app).register(compress, PACKING);
  await apollo.start();
  const handler = graphqlHandler(options);
  app.route({ method: ["GET", "POST"], url: "/graphql", handler });
  app.route({
    method: "POST",
    url: "/graphql/import",
    bodyLimit: IMPORT_LIMIT,
    onRequest: importGuard(options.mayImport),
    handler,
  });
  serveRoutes(app, options.routes ?? [], {
    ...{ ...options, pathPrefix, guard: importGuard(options.mayImport) },
  });
  app.get("/healthz", healthHandler(options.health));
  await servePages(app, options.pages, pathPrefix);
  return app;
}

const bareServer = (trustedProxies: number, pathPrefix: string): FastifyInstance =>
  fastify({
    logger: false,
    rewriteUrl: withoutPrefix(pathPrefix),
    bodyLimit: BODY_LIMIT,
    // Forwarded addresses are trusted from known proxies only, because failed sign-ins are counted by address.
    trustProxy: (_address, hop) => hop < trustedProxies,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    requestTimeout: TIMEOUTS.requestTimeout,
    keepAliveTimeout: TIMEOUTS.keepAliveTimeout,
    connectionTimeout: SOCKET_TIMEOUT,
    http: { ...TIMEOUTS, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: refuseSocket,
    frameworkErrors: (error, request, reply) =>
      void refuse(request, reply, error.statusCode ?? 400, error.code),
  });

/** A compressed body may be small on the wire and huge in memory, so none is accepted. */
async function greet(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
  const encoding = request.headers["content-encoding"]?.trim().toLowerCase();
  return encoding && encoding !== "identity"
    ? refuse(request, reply.header("connection", "close"), 415)
    : undefined;
}

function acceptJsonOnly(app: FastifyInstance): FastifyInstance {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body.toString()));
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      done(new MalformedJson(jsonHint(body.toString(), message)));
    }
  });
  return app;
}

function graphqlHandler<C extends BaseContext>({ apollo, context }: HttpServerOptions<C>) {
  const handle = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      try {
        return await context(callOf(request));
      } catch (error) {
        throw error instanceof CallerFault ? asRequestError(error) : error;
      }
    },
  });
  return function (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): unknown {
    void reply.header("cache-control", "no-store");
    return withRequestScope(callOf(request), () => handle.call(this, request, reply));
  };
}

const importGuard =
  (mayImport: (call: IncomingCall) => Promise<void>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    try {
      await mayImport(callOf(request));
      return undefined;
    } catch (error) {
      if (!(error instanceof CallerFault)) throw error;
      return refuseFault(request, reply.header("connection", "close"), error);
    }
  };

/** 503 when down, so that a load balancer sees it; a degraded server still serves reads. */
const healthHandler =
  (health: () => Health) =>
  async (_request: FastifyRequest, reply: FastifyReply): Promise<Health> => {
    const now = health();
    void reply.header("cache-control", "no-store").code(now.status === "down" ? 503 : 200);
    return now;
  };

/** The path without its query string, which may hold a GraphQL query and variables; no headers, no bodies. */
const logRequests = (log: Logger) => async (request: FastifyRequest, reply: FastifyReply) =>
  log.info(
    {
      requestId: request.id,
      method: request.method,
      path: request.url.split("?", 1)[0]?.slice(0, 200),
      address: request.ip,
      ...notesOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    "request",
  );
