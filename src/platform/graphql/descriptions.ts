import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/**
 * Descriptions of parts of the schema whose own code gives none: by schema coordinate (`Type`, `Type.field`,
 * `Type.field(argument:)`, `Enum.VALUE`), or by a name that means the same everywhere (`.field`, also of inputs,
 * `(argument:)`). A coordinate wins over a name.
 */
export type Descriptions = Readonly<Record<string, string>>;

interface Describable {
  description?: string | null;
}

/** Describes what is not described yet; entries in `used` are those that were needed. */
export function describeNames(schema: GraphQLSchema, words: Descriptions): ReadonlySet<string> {
  const used = new Set<string>();
  const describe = (part: Describable, ...keys: readonly string[]): void => {
    if (part.description) return;
    const key = keys.find((each) => Object.hasOwn(words, each));
    if (key === undefined) return;
    part.description = words[key];
    used.add(key);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    describe(type, type.name);
    type.description ??= derived(type, schema);
    if (isEnumType(type)) for (const value of type.getValues()) describe(value, `${type.name}.${value.name}`);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        describe(field, `${type.name}.${field.name}`, `.${field.name}`);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        describe(field, coordinate, `.${field.name}`);
        for (const argument of field.args)
          describe(argument, `${coordinate}(${argument.name}:)`, `(${argument.name}:)`);
      }
  }
  return used;
}

/** Inputs and payloads are named after their mutation, edges and connections after what they hold. */
function derived({ name }: GraphQLNamedType, schema: GraphQLSchema): string | undefined {
  const [, mutation = "", part] = /^(\w+?)(Input|Payload)$/.exec(name) ?? [];
  const field = mutation.charAt(0).toLowerCase() + mutation.slice(1);
  if (schema.getMutationType()?.getFields()[field])
    return part === "Input"
      ? `${field} 的输入 · The input of ${field}`
      : `${field} 的结果 · What ${field} answers`;
  if (part === "Payload") return `几项办理共用的结果 · What several mutations answer`;
  const [, item, list] = /^(\w+?)(Edge|Connection)$/.exec(name) ?? [];
  if (item)
    return list === "Edge"
      ? `列表中的一项及其游标 · An item of a list of ${item}, with its cursor`
      : `列表的一页 · A page of a list of ${item}`;
  return undefined;
}
