import {
  defaultFieldResolver,
  getNamedType,
  GraphQLString,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import { tidyLine, tidyText } from "../../kernel/plain-text.js";

/** Input fields by name: those listed are treated specially, all others are texts of several lines. */
export interface TextFields {
  /** Texts of one line: names, numbers, titles. */
  readonly lines: ReadonlySet<string>;
  /** Taken as they are: passwords, documents, keys. */
  readonly verbatim: ReadonlySet<string>;
}

/**
 * Cleans the texts of every mutation of invisible characters and odd line ends, which come along from Word and PDF
 * files. Done once here, so that no command can forget it.
 */
export function tidyInputs(schema: GraphQLSchema, fields: TextFields): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args: Record<string, unknown>, context, info) =>
      resolve(source, tidied(args, field.args, fields), context, info);
  }
}

type Given = GraphQLArgument | GraphQLInputField;

function tidied(
  values: Readonly<Record<string, unknown>>,
  known: readonly Given[],
  fields: TextFields,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...values };
  for (const given of known)
    if (values[given.name] != null) result[given.name] = tidy(values[given.name], given, fields);
  return result;
}

function tidy(value: unknown, given: Given, fields: TextFields): unknown {
  if (Array.isArray(value))
    return value.map((one: unknown) => (one == null ? one : tidy(one, given, fields)));
  const type = getNamedType(given.type);
  if (isInputObjectType(type))
    return tidied(value as Record<string, unknown>, Object.values(type.getFields()), fields);
  if (type !== GraphQLString || typeof value !== "string" || fields.verbatim.has(given.name)) return value;
  return fields.lines.has(given.name) ? tidyLine(value) : tidyText(value);
}
