import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import {
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields.js";
import { CallerFault } from "../../kernel/fault.js";
import { errorJson, rootCause } from "./errors.js";
import { coerceVariables } from "./variables.js";

export interface Answering<C> {
  /**
   * Runs a command and the reading of its answer as one; undoes the command unless the result `stands`. `run` may be
   * called again after everything was undone.
   */
  readonly together: <T>(run: () => Promise<T>, stands: (result: T) => boolean) => Promise<T>;
  /** A context of the same caller with empty loaders. */
  readonly fresh: (context: C) => C;
}

type FormatError = (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;

/**
 * Runs each field of a mutation as one unit of work: its answer is read before the command is committed, on the same
 * connection, so that nothing is committed and then answered with an error.
 */
export const mutationExecutor = <C extends BaseContext>(
  schema: GraphQLSchema,
  formatError: FormatError,
  { together, fresh }: Answering<C>,
): ApolloServerPlugin<C> => ({
  requestDidStart: () =>
    Promise.resolve({
      async responseForOperation({ operation, document, request, contextValue, response }) {
        // Apollo's types promise an operation, but there is none if operationName matches none.
        const known = operation as OperationDefinitionNode | undefined;
        if (known?.operation !== OperationTypeNode.MUTATION) return null;
        const variableValues = request.variables ?? {};
        const coerced = coerceVariables(schema, operation, variableValues);
        let data: Record<string, unknown> | null = {};
        const errors: GraphQLError[] = [];
        // As graphql-js does: one field after another, and none after a field that takes the whole answer with it.
        for (const [key, nodes] of rootFields(schema, document, operation, coerced)) {
          const field = { schema, variableValues, document: withOneField(document, operation, nodes) };
          const result: ExecutionResult = await together(
            async () => whole(await execute({ ...field, contextValue: fresh(contextValue) })),
            ({ data, errors }) => !!data && !(data[key] === null && errors),
          ).catch((error: unknown) => failed(key, nodes, error));
          errors.push(...(result.errors ?? []));
          data = result.data ? Object.assign(data, result.data) : null;
          if (data === null) break;
        }
        const told = errors.map((error) => formatError(errorJson(error), error));
        return {
          http: response.http,
          body: { kind: "single", singleResult: { data, ...(told.length > 0 && { errors: told }) } },
        };
      },
    }),
});

/** An answer in which a part is missing by our own fault is none, however little of it: then the command is undone. */
const whole = ({ data, errors }: ExecutionResult): ExecutionResult => {
  const ours = errors?.some((error) => {
    const cause = rootCause(error);
    return !(cause instanceof CallerFault) || cause.code === "UNAVAILABLE";
  });
  return { data: ours ? null : data, ...(errors && { errors }) };
};

function rootFields(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Map<string, readonly FieldNode[]> {
  const type = schema.getMutationType();
  if (!type) throw new Error("a mutation in a schema without any");
  const fragments = Object.fromEntries(definitions.filter(isFragment).map((f) => [f.name.value, f]));
  return collectFields(schema, fragments, variables, type, selectionSet);
}

const isFragment = (definition: { kind: string }): definition is FragmentDefinitionNode =>
  definition.kind === (Kind.FRAGMENT_DEFINITION as string);

const withOneField = (
  { definitions, ...document }: DocumentNode,
  operation: OperationDefinitionNode,
  selections: readonly FieldNode[],
): DocumentNode => ({
  ...document,
  definitions: [
    { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
    ...definitions.filter(isFragment),
  ],
});

const failed = (key: string, nodes: readonly FieldNode[], error: unknown): ExecutionResult => {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return {
    data: null,
    errors: [new GraphQLError(originalError.message, { nodes, path: [key], originalError })],
  };
};
