import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { CallerFault } from "../../kernel/fault.js";
import { text, type Text } from "../../kernel/text.js";
import { complaintAbout } from "./complaints.js";
import { rootCause } from "./errors.js";
import { DEFAULT_LIMITS, limitsRule } from "./limits.js";
import { fieldCount } from "./measures.js";
import { priceOf } from "./price.js";
import { coerceVariables } from "./variables.js";

type Variables = Readonly<Record<string, unknown>>;

/** A document with one operation, a query, that fits the schema. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface Unfit {
  readonly problems: readonly [Text, ...Text[]];
}

const MAX_ERRORS = 20;
/** Documents found fit that are remembered: reading one takes longer than running a small one. */
const REMEMBERED = 200;

/**
 * Documents of saved queries: checked with the rules and limits of the server when they are saved and again when they
 * run. The schema is set last, because its resolvers need this class.
 */
export class DocumentCheck {
  #schema: GraphQLSchema | undefined;
  readonly #fit = new Map<string, ReadDocument>();

  useSchema(schema: GraphQLSchema): void {
    this.#schema = schema;
  }

  get schema(): GraphQLSchema {
    if (!this.#schema) throw new Error("a document is checked before there is a schema");
    return this.#schema;
  }

  read(source: string): ReadDocument | Unfit {
    const read = this.#fit.get(source) ?? this.#read(source);
    this.#fit.delete(source);
    if (!("problems" in read)) this.#fit.set(source, read);
    const [oldest = ""] = this.#fit.keys();
    if (this.#fit.size > REMEMBERED) this.#fit.delete(oldest);
    return read;
  }

  #read(source: string): ReadDocument | Unfit {
    try {
      const { tokens } = DEFAULT_LIMITS;
      const document = parse(source, { maxLexicalTokens: tokens, maxComments: tokens });
      const [operation, ...others] = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
      if (!operation || others.length > 0) return { problems: [ONE_OPERATION] };
      if (operation.operation !== OperationTypeNode.QUERY) return { problems: [QUERIES_ONLY] };
      const errors = validate(this.schema, document, [...specifiedRules, limitsRule(DEFAULT_LIMITS)], {
        maxErrors: MAX_ERRORS,
      });
      const [first, ...rest] = errors.map((error) =>
        complaint(error, "GRAPHQL_VALIDATION_FAILED", this.schema),
      );
      if (first) return { problems: [first, ...rest] };
      if (fieldCount(document, operation) > DEFAULT_LIMITS.selections) return { problems: [SELECTIONS] };
      return { document, operation };
    } catch (error) {
      if (error instanceof GraphQLError)
        return { problems: [complaint(error, "GRAPHQL_PARSE_FAILED", this.schema)] };
      throw error;
    }
  }

  /** Price of a query with these variables; a CallerFault names a variable that does not fit. */
  costOf({ document, operation }: ReadDocument, variables: Variables): number {
    refuseUndeclared(operation, variables);
    const coerced = coerceVariables(this.schema, operation, variables);
    return priceOf(this.schema, document, operation, coerced).total;
  }
}

const ONE_OPERATION = text("须恰有一个操作", "There must be exactly one operation");
const QUERIES_ONLY = text("只能是查询，不能是变更", "It must be a query, not a mutation");
const SELECTIONS = text(
  "查询展开片段后字段过多",
  "With its fragments spread, the query selects too many fields",
);

/** Worded as the server itself would. */
function complaint(error: GraphQLError, code: string, schema: GraphQLSchema): Text {
  const cause = rootCause(error);
  if (cause instanceof CallerFault) return cause.text;
  const told = { ...error.toJSON(), extensions: { ...error.extensions, code } };
  return (
    complaintAbout(error, told, schema)?.text ??
    text("查询不符合接口定义", "The query does not fit the schema")
  );
}

function refuseUndeclared(operation: OperationDefinitionNode, variables: Variables): void {
  const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  for (const name of Object.keys(variables)) {
    if (declared.includes(name)) continue;
    const known = declared.map((one) => `$${one}`).join(", ");
    throw new CallerFault(
      "BAD_USER_INPUT",
      text(
        `查询没有声明这个变量；已声明：${known || "无"}`,
        `The query declares no such variable; it has ${known || "none"}`,
      ),
      [name],
    );
  }
}
