import {
  buildASTSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  printSchema,
  visit,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
} from "graphql";

/** Deviations from the contract that clients would notice: missing items, or new required input. One a line. */
export function contractDeviations(contractSdl: string, schemaSdl: string): string[] {
  const schema = buildSchema(schemaSdl);
  const promised = Object.values(buildSchema(contractSdl).getTypeMap());
  return promised
    .filter((type) => !type.name.startsWith("__"))
    .flatMap((type) => {
      const actual = schema.getType(type.name);
      return actual ? typeDeviations(type, actual) : [`${type.name} is missing`];
    });
}

/** The lines of the list of exceptions: a deviation in its very words; after `#` a remark. */
export const namedExceptions = (list: string): string[] =>
  list
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");

/** Deviations that no exception names, and exceptions that name none: a list does not outlive its reason. */
export function unexcused(deviations: readonly string[], exceptions: readonly string[]): string[] {
  return [
    ...deviations.filter((deviation) => !exceptions.includes(deviation)),
    ...exceptions
      .filter((exception) => !deviations.includes(exception))
      .map((exception) => `named as an exception, and is none: ${exception}`),
  ];
}

/** A contract that promises all that the schema has, without its descriptions. */
export function promiseOf(schemaSdl: string): string {
  // Descriptions are strings of their own; those of default values stay.
  const bare = visit(parse(schemaSdl), {
    StringValue: (_node, key) => (key === "description" ? null : undefined),
  });
  return `${printSchema(buildASTSchema(bare))}\n`;
}

function typeDeviations(promised: GraphQLNamedType, actual: GraphQLNamedType): string[] {
  const { name } = promised;
  if (hasFields(promised) && hasFields(actual) && isObjectType(promised) === isObjectType(actual))
    return [...interfaceDeviations(promised, actual), ...fieldDeviations(promised, actual)];
  if (isEnumType(promised) && isEnumType(actual))
    return missing(namesOf(promised.getValues()), namesOf(actual.getValues()), `${name}.`);
  if (isInputObjectType(promised) && isInputObjectType(actual))
    return inputDeviations(
      Object.values(promised.getFields()),
      Object.values(actual.getFields()),
      `${name}.`,
    );
  return promised.constructor === actual.constructor ? [] : [`${name} is of another kind`];
}

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type);
type WithFields = Extract<GraphQLNamedType, { getInterfaces(): unknown }>;

function interfaceDeviations(promised: WithFields, actual: WithFields): string[] {
  return missing(
    namesOf(promised.getInterfaces()),
    namesOf(actual.getInterfaces()),
    `${promised.name} implements `,
  );
}

function fieldDeviations(promised: WithFields, actual: WithFields): string[] {
  const fields = actual.getFields();
  return Object.values(promised.getFields()).flatMap((field) => {
    const place = `${promised.name}.${field.name}`;
    const found = fields[field.name];
    if (!found) return [`${place} is missing`];
    return [
      ...typeDeviation(place, field, found),
      ...inputDeviations(field.args, found.args, `${place}(`, ")"),
    ];
  });
}

/** Arguments of a field, or fields of an input type: promised ones exist, and no new one is required. */
function inputDeviations<T extends GraphQLArgument | GraphQLInputField>(
  promised: readonly T[],
  actual: readonly T[],
  before: string,
  after = "",
): string[] {
  const kept = promised.flatMap((input) => {
    const place = `${before}${input.name}${after}`;
    const found = actual.find((a) => a.name === input.name);
    return found
      ? [...typeDeviation(place, input, found), ...defaultDeviation(place, input, found)]
      : [`${place} is missing`];
  });
  const demanded = actual
    .filter((input) => isRequired(input) && !promised.some((p) => p.name === input.name))
    .map((input) => `${before}${input.name}${after} is required, and is not in the contract`);
  return [...kept, ...demanded];
}

const isRequired = (input: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(input.type) && input.defaultValue === undefined;

interface Typed {
  readonly type: { toString(): string };
}

function typeDeviation(place: string, promised: Typed, actual: Typed): string[] {
  const [was, is] = [promised.type.toString(), actual.type.toString()];
  return was === is ? [] : [`${place} is ${is}, not ${was}`];
}

interface Defaulted {
  readonly defaultValue?: unknown;
}

function defaultDeviation(place: string, promised: Defaulted, actual: Defaulted): string[] {
  const [was, is] = [JSON.stringify(promised.defaultValue), JSON.stringify(actual.defaultValue)];
  return was === is ? [] : [`${place} has the default ${is ?? "none"}, not ${was ?? "none"}`];
}

const namesOf = (named: readonly { readonly name: string }[]): string[] => named.map(({ name }) => name);

const missing = (promised: readonly string[], actual: readonly string[], before: string): string[] =>
  promised.filter((name) => !actual.includes(name)).map((name) => `${before}${name} is missing`);
