import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { RETRY_AFTER_SECONDS } from "./errors.js";

const GRAPHQL_RESPONSE = "application/graphql-response+json";
const REFUSED_BEFORE_RUNNING = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "TOO_COMPLEX",
]);

/**
 * GraphQL over HTTP: with the older media type, application/json, a refused document is a well-formed answer and so 200;
 * with graphql-response+json it is 400. A database that cannot be reached is 503 in both, so that proxies see it.
 */
export const statusPlugin = <C extends BaseContext>(): ApolloServerPlugin<C> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response: { http, body } }) {
        const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
        const codes = errors.map((error) => String(error.extensions?.code));
        const modern = request.http?.headers.get("accept")?.includes(GRAPHQL_RESPONSE);
        if (http.status === 400 && !modern && codes.every((code) => REFUSED_BEFORE_RUNNING.has(code)))
          http.status = 200;
        if (codes.includes("UNAVAILABLE")) {
          http.status = 503;
          http.headers.set("retry-after", RETRY_AFTER_SECONDS);
        }
        return Promise.resolve();
      },
    }),
});
