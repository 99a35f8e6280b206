import { registerEnumType } from "type-graphql";

/** A GraphQL enum from a table of names and descriptions; its values are the names themselves. */
export function enumOf<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [N in Name]: N } {
  const object = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [N in Name]: N };
  const valuesConfig = Object.fromEntries(
    (Object.entries(values) as [Name, string][]).map(([key, text]) => [key, { description: text }]),
  ) as Record<Name, { description: string }>;
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}
