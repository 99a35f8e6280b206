import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextResponseForOperation,
} from "@apollo/server";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  isListType,
  isNonNullType,
  Kind,
  type GraphQLError,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  isAbstractType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  BREAK,
  getNamedType,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { errorJson } from "./errors.js";
import { fieldCount } from "./measures.js";
import { coerceVariables } from "./variables.js";

export interface CompileOptions {
  /** Documents kept, the least recently used going first. */
  readonly cacheSize: number;
  /** Fields of all that are kept: a compiled field takes about 4 kB. */
  readonly cacheFields: number;
  /** Uses before a document is compiled: compiling costs more than running once, and strangers send new documents. */
  readonly afterUses: number;
}

export const DEFAULT_COMPILE: CompileOptions = { cacheSize: 200, cacheFields: 15_000, afterUses: 2 };

type FormatError = (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;

interface Entry {
  uses: number;
  readonly fields: number;
  /** Undefined before the document is due for compiling; null if only graphql-js can run it. */
  query?: CompiledQuery["query"] | null;
}

/**
 * Runs repeated queries as compiled functions, several times cheaper on large answers; everything else is left to
 * Apollo. graphql-jit reads fields without a resolver as plain data: neither promises nor functions.
 */
export function compiledExecutor<C extends BaseContext>(
  schema: GraphQLSchema,
  formatError: FormatError,
  options: CompileOptions = DEFAULT_COMPILE,
): ApolloServerPlugin<C> {
  const cache = new DocumentCache(options);
  const compilingSchema = withPassThroughScalar(schema);

  const lookUp = ({ queryHash, operationName, document, operation }: Run<C>): Entry["query"] => {
    const entry = cache.use(`${queryHash} ${operationName ?? ""}`, () => fieldCount(document, operation));
    if (entry.query === undefined && entry.uses >= options.afterUses)
      entry.query = isCompilable(schema, document, operation)
        ? compile(compilingSchema, document, operation)
        : null;
    return entry.query;
  };

  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation(run) {
          // Apollo's types promise an operation, but there is none if operationName matches none.
          const query = (run.operation as OperationDefinitionNode | undefined) && lookUp(run);
          if (!query) return null;
          const variables = coerceVariables(schema, run.operation, run.request.variables ?? {});
          const { data, errors } = await query(undefined, run.contextValue, variables);
          const formatted = errors?.map((error) => formatError(errorJson(error), error));
          const singleResult = { data, ...(formatted && { errors: formatted }) };
          return { http: run.response.http, body: { kind: "single", singleResult } };
        },
      }),
  };
}

/** Recently seen documents, in the order of their last use. */
class DocumentCache {
  readonly #entries = new Map<string, Entry>();
  #fields = 0;

  constructor(private readonly limits: Pick<CompileOptions, "cacheSize" | "cacheFields">) {}

  use(key: string, countFields: () => number): Entry {
    const entry = this.#entries.get(key) ?? { uses: 0, fields: countFields() };
    this.#remove(key);
    this.#entries.set(key, entry);
    this.#fields += entry.fields;
    entry.uses += 1;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.cacheSize && this.#fields <= this.limits.cacheFields) break;
      if (oldest !== key) this.#remove(oldest);
    }
    return entry;
  }

  #remove(key: string): void {
    this.#fields -= this.#entries.get(key)?.fields ?? 0;
    this.#entries.delete(key);
  }
}

type Run<C extends BaseContext> = GraphQLRequestContextResponseForOperation<C>;

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery["query"] | null {
  const compiled = compileQuery(schema, coercedAlready(document, operation));
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/*
 * graphql-jit coerces variables in a way of its own (it refuses a non-null variable that has a default, for one), so
 * graphql-js does it, and the compiled query gets the results through a scalar that lets everything pass.
 */
const COERCED = new GraphQLScalarType({ name: "Coerced__", parseValue: (value) => value });

const withPassThroughScalar = (schema: GraphQLSchema): GraphQLSchema => {
  const config = withPlainNumberLists(schema).toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED], assumeValid: true });
};

/** A list of numbers or nulls, passed to JSON as it is: checking each of 10,000 numbers takes longer than all else. */
const NUMBERS = new GraphQLScalarType({ name: "Numbers__", serialize: (value) => value });

const withPlainNumberLists = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) =>
      isNumberList(field.type) ? { ...field, type: new GraphQLNonNull(NUMBERS) } : field,
  });

const isNumberList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) &&
  isListType(type.ofType) &&
  (type.ofType.ofType === GraphQLFloat || type.ofType.ofType === GraphQLInt);

/** The operation alone with its fragments, all variables declared with the scalar that passes everything. */
function coercedAlready(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(
    ({ kind, variable }) =>
      ({
        kind,
        variable,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
      }) as const,
  );
  const fragments = document.definitions.filter((d: DefinitionNode) => d.kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [{ ...operation, variableDefinitions }, ...fragments] };
}

/** Compiling takes about 0.2 ms a field and blocks the process meanwhile. */
const MAX_FIELDS = 1000;

/**
 * True if graphql-jit may run the document. Each exclusion is a measured difference from graphql-js: graphql-jit
 * forgets a fragment spread a second time under another @skip, awaits no `resolveType` (type-graphql's is always
 * async, and an error there would never be answered), puts null for an omitted variable inside an object literal, and
 * runs no @defer.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation !== OperationTypeNode.QUERY || fieldCount(document, operation) > MAX_FIELDS)
    return false;
  let compilable = true;
  const refuse = (): typeof BREAK => {
    compilable = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: refuse,
      Field({ name }) {
        const type = getNamedType(types.getType());
        return name.value === "__schema" || name.value === "__type" || isAbstractType(type)
          ? refuse()
          : undefined;
      },
      Variable(_node, _key, parent) {
        const inside =
          parent && (Array.isArray(parent) || ("kind" in parent && parent.kind === Kind.OBJECT_FIELD));
        return inside ? refuse() : undefined;
      },
    }),
  );
  return compilable;
}
