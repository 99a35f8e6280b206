import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
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

/** Changes that break a client of the schema that was there before. */
export function breakingChanges(oldSdl: string, newSdl: string): string[] {
  return findBreakingChanges(buildSchema(oldSdl), buildSchema(newSdl)).map((change) => change.description);
}

/** A break is allowed when the changelog owns up to it: a line `Breaking: …` under Unreleased. */
export function breakIsAnnounced(changelog: string): boolean {
  const unreleased = /^## \[?Unreleased\]?.*$([\s\S]*?)(?=^## |(?![\s\S]))/im.exec(changelog)?.[1] ?? "";
  return /^[-*\s]*Breaking:/m.test(unreleased);
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
