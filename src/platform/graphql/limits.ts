import { GraphQLError, type ASTVisitor, type ValidationRule } from "graphql";
import { text, type Text } from "../../kernel/text.js";
import { measure, type Measures } from "./measures.js";
import { TooComplex } from "./exceeded.js";

export interface Limits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Selections after every fragment is spread; this also limits introspection. */
  readonly selections: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Root fields that a document may ask only once: many aliases of signIn would be many guesses in one request. */
  readonly once: readonly string[];
}

export const DEFAULT_LIMITS: Limits = {
  tokens: 2000,
  selections: 5000,
  depth: 20,
  rootFields: 20,
  aliases: 60,
  directives: 60,
  once: [],
};

type Measured = "depth" | "rootFields" | "aliases" | "directives";

const EXCESS: Record<Measured, (limit: number) => Text> = {
  depth: (limit) => text(`查询嵌套超过 ${limit} 层`, `The query is more than ${limit} fields deep`),
  rootFields: (limit) => text(`根字段超过 ${limit} 个`, `The query has more than ${limit} root fields`),
  aliases: (limit) => text(`别名超过 ${limit} 个`, `The query has more than ${limit} aliases`),
  directives: (limit) => text(`指令超过 ${limit} 个`, `The query has more than ${limit} directives`),
};

/** One validation rule for all limits that depend on the document alone. It stops at the first excess. */
export const limitsRule =
  (limits: Limits): ValidationRule =>
  (context): ASTVisitor => ({
    Document(document) {
      const fault = firstExcess(measure(document), limits);
      if (fault) context.reportError(new GraphQLError(fault.text.en, { originalError: fault }));
      return false;
    },
  });

function firstExcess(measures: Measures, limits: Limits): TooComplex | undefined {
  for (const key of Object.keys(EXCESS) as Measured[])
    if (measures[key] > limits[key]) return new TooComplex(EXCESS[key](limits[key]), { limit: limits[key] });
  for (const field of limits.once)
    if ((measures.rootNames.get(field) ?? 0) > 1)
      return new TooComplex(
        text(`每个请求只能有一次 ${field}`, `${field} may be asked only once in a request`),
        { limit: 1, field },
      );
  return undefined;
}
