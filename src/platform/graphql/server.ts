import { ApolloServer, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { compiledExecutor, DEFAULT_COMPILE, type CompileOptions } from "./compiled-executor.js";
import { costPlugin, type Budgeting } from "./cost-plugin.js";
import { formatError } from "./errors.js";
import { DEFAULT_LIMITS, limitsRule, type Limits } from "./limits.js";
import { mutationExecutor, type Answering } from "./mutation-executor.js";
import { currentRequestScope } from "./request-scope.js";
import { operationPlugin, statusPlugin } from "./request-plugins.js";

export interface ApolloOptions<C> extends Budgeting<C> {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly limits?: Partial<Limits>;
  /** False leaves every query to graphql-js. */
  readonly compile?: Partial<CompileOptions> | false;
  /** Without this option a mutation runs like any other operation. */
  readonly answering?: Answering<C>;
}

export function createApolloServer<C extends BaseContext>(options: ApolloOptions<C>): ApolloServer<C> {
  const { schema, log } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const tellClient = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    formatError(formatted, error, { ...currentRequestScope(), log, schema });
  const compiling = options.compile !== false && { ...DEFAULT_COMPILE, ...options.compile };
  return new ApolloServer<C>({
    schema,
    logger: log,
    introspection: true, // the API is public, and so is its schema
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false, // main.ts stops the whole server in order
    formatError: tellClient,
    parseOptions: { maxLexicalTokens: limits.tokens, maxComments: limits.tokens },
    validationOptions: { maxErrors: 20 },
    maxRecursiveSelections: limits.selections,
    validationRules: [limitsRule(limits)],
    plugins: [
      // The plugin wraps every field: two fifths of the time of a large answer.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      operationPlugin<C>(),
      costPlugin<C>(options),
      ...(options.answering ? [mutationExecutor<C>(schema, tellClient, options.answering)] : []),
      ...(compiling ? [compiledExecutor<C>(schema, tellClient, compiling)] : []),
      statusPlugin<C>(),
    ],
  });
}
