import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { currentRequestScope } from "./request-scope.js";
import { RETRY_AFTER_SECONDS } from "./errors.js";

const MOST_TOLD = 10;

/** Notes the kind of operation and its root fields for the log: names of the schema, nothing of the caller's. */
export const operationPlugin = <C extends BaseContext>(): ApolloServerPlugin<C> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, operation }) {
        const { notes } = currentRequestScope();
        if (notes && operation) notes.operation = `${operation.operation} ${rootFields(document, operation)}`;
        return Promise.resolve();
      },
    }),
});

/** Each fragment is looked into once, however often it is spread. */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections)
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else spread(selection.name.value);
  };
  const spread = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        collect(definition.selectionSet);
  };
  collect(operation.selectionSet);
  return [...names].slice(0, MOST_TOLD).join(", ");
}

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
