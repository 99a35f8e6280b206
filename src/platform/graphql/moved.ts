import type { GraphQLSchema } from "graphql";
import { text, type Text } from "../../kernel/text.js";

/**
 * What the schema no longer has, and where it went: by the coordinate of old (`Type`, `Type.field`,
 * `Type.field(argument:)`, `Enum.VALUE`), words that follow "改为 …" and "now …".
 */
export type Moved = Readonly<Record<string, Text>>;

/** Makes validation tell old clients where things went. */
export function tellMoved(schema: GraphQLSchema, moved: Moved): void {
  schema.extensions = { ...schema.extensions, moved };
}

type Rule = readonly [pattern: RegExp, coordinate: (...names: string[]) => string];

/** What a document names in vain, by what graphql-js says of it. */
const NAMED_IN_VAIN: readonly Rule[] = [
  [/^Cannot query field "(\w{1,80})" on type "(\w+)"/, (field, type) => `${type}.${field}`],
  [/^Unknown argument "(\w{1,80})" on field "([\w.]+)"/, (argument, field) => `${field}(${argument}:)`],
  [/^Unknown type "(\w{1,80})"/, (type) => `${type}`],
  [/^Field "(\w{1,80})" is not defined by type "(\w+)"/, (field, type) => `${type}.${field}`],
  [/^Value "(\w{1,80})" does not exist in "(\w+)" enum/, (value, type) => `${type}.${value}`],
];

/** The complaint, and where that went which the document names in vain. */
export function withNewPlace(complaint: Text, message: string, schema: GraphQLSchema): Text {
  const moved = (schema.extensions.moved ?? {}) as Moved;
  for (const [pattern, coordinate] of NAMED_IN_VAIN) {
    const names = pattern.exec(message)?.slice(1);
    const now = names && Object.hasOwn(moved, coordinate(...names)) && moved[coordinate(...names)];
    if (now) return text(`${complaint.zh}：改为 ${now.zh}`, `${complaint.en}: now ${now.en}`);
  }
  return complaint;
}
