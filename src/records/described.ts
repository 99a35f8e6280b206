import type { Text } from "../kernel/text.js";

/** The descriptions of an enum's values, out of a table of their names. */
export const described = <Name extends string>(
  terms: Readonly<Record<Name, Text>>,
): Readonly<Record<Name, string>> =>
  Object.fromEntries(
    (Object.entries(terms) as [Name, Text][]).map(([name, { zh, en }]) => [name, `${zh} · ${en}`]),
  ) as Record<Name, string>;
