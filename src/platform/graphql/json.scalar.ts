import { GraphQLScalarType, valueFromASTUntyped } from "graphql";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";

const MAX_LENGTH = 50_000;
const MAX_DEPTH = 16;

const TOO_LARGE = text(
  `JSON 值最多 ${MAX_LENGTH} 个字符，嵌套最多 ${MAX_DEPTH} 层`,
  `A JSON value has at most ${MAX_LENGTH} characters and ${MAX_DEPTH} levels of nesting`,
);

function depthOf(value: unknown, most: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (most === 0) return 1; // deep enough to be refused: no need to go on
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, most - 1)));
}

function bounded(value: unknown): unknown {
  if (depthOf(value, MAX_DEPTH) > MAX_DEPTH || JSON.stringify(value).length > MAX_LENGTH)
    throw badInput(TOO_LARGE);
  return value;
}

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: `任意 JSON 值：对象、列表、字符串、数、真假、null；直接给出，不必另作字符串；输入最多 ${MAX_LENGTH} 个字符、嵌套 ${MAX_DEPTH} 层 · Any JSON value: object, list, string, number, boolean or null, as it is and not as a string of JSON; of input at most ${MAX_LENGTH} characters and ${MAX_DEPTH} levels of nesting`,
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc8259",
  serialize: (value) => value,
  parseValue: bounded,
  parseLiteral: (node, variables) => bounded(valueFromASTUntyped(node, variables)),
});
