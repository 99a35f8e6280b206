import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );

/** Every argument and input field that takes text or an id, anywhere: `Mutation.saveReport input.cells.code`. */
export function textLeaves(schema: GraphQLSchema): string[] {
  const leaves: string[] = [];
  const walk = (path: string, type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (isInputObjectType(named))
      for (const field of Object.values(named.getFields())) walk(`${path}.${field.name}`, field.type);
    else if (["ID", "String", "JSON"].includes(named.name)) leaves.push(path);
  };
  for (const type of objectTypes(schema))
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) walk(`${type.name}.${field.name} ${argument.name}`, argument.type);
  return leaves.sort();
}

/** Every field that an answer can have, but for the roots: `AnnualReport.events`. */
export const answerFields = (schema: GraphQLSchema): string[] =>
  objectTypes(schema)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .filter((name) => !name.startsWith("Query.") && !name.startsWith("Mutation."));

export const rootFields = (schema: GraphQLSchema): string[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );

export const nodeTypes = (schema: GraphQLSchema): string[] =>
  objectTypes(schema)
    .filter((type) => type.getInterfaces().some(({ name }) => name === "Node"))
    .map(({ name }) => name);

/** The fields that a document asks for. */
export function askedFields(schema: GraphQLSchema, document: string): Set<string> {
  const asked = new Set<string>();
  const info = new TypeInfo(schema);
  const note = (): void => {
    const parent = info.getParentType();
    // What is asked of an interface is asked of every type of it.
    const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : parent ? [parent] : [];
    for (const type of types) asked.add(`${type.name}.${info.getFieldDef()?.name}`);
  };
  visit(parse(document), visitWithTypeInfo(info, { Field: note }));
  return asked;
}

/** Where a selection ends: the name of a type, or of one field, and what is asked there. */
export type Ends = Readonly<Record<string, string>>;
/** Arguments that must be given: `Unit.report` -> `(year: 2024)`. */
export type Arguments = Readonly<Record<string, string>>;

/** A selection of everything that a type has. A field that is new in the schema is in it without anybody's doing. */
export function everything(schema: GraphQLSchema, typeName: string, ends: Ends, args: Arguments): string {
  const type = schema.getType(typeName);
  if (isAbstractType(type)) return ofAbstract(schema, type, ends, args);
  if (!isObjectType(type)) throw new Error(`${typeName} has no fields`);
  return Object.values(type.getFields())
    .map((field) => ofField(schema, typeName, field, ends, args))
    .join(" ");
}

function ofField(
  schema: GraphQLSchema,
  parent: string,
  field: GraphQLField<unknown, unknown>,
  ends: Ends,
  args: Arguments,
): string {
  const given = args[`${parent}.${field.name}`] ?? "";
  if (!given && field.args.some(isRequiredArgument))
    throw new Error(`${parent}.${field.name} needs arguments`);
  const named = getNamedType(field.type);
  if (isLeafType(named)) return field.name;
  const end = ends[`${parent}.${field.name}`] ?? ends[named.name];
  return `${field.name}${given} { ${end ?? everything(schema, named.name, ends, args)} }`;
}

/** What is common, then what each of its types has beside. */
function ofAbstract(schema: GraphQLSchema, type: GraphQLAbstractType, ends: Ends, args: Arguments): string {
  const common = isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  const own = schema.getPossibleTypes(type).map((possible) => {
    const fields = Object.values(possible.getFields()).filter(({ name }) => !common.includes(name));
    const text = fields.map((field) => ofField(schema, possible.name, field, ends, args)).join(" ");
    return text && `... on ${possible.name} { ${text} }`;
  });
  return ["__typename", ...common, ...own].filter(Boolean).join(" ");
}
