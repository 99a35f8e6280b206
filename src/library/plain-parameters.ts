import {
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { badInput } from "../kernel/fault.js";
import { shown } from "../kernel/nearest.js";
import { text } from "../kernel/text.js";
import { readJson, type Variables } from "./variables.js";

export interface Asked {
  readonly version: number | null;
  /** The text of each variable in the address. */
  readonly given: ReadonlyMap<string, string>;
}

const VARIABLE = /^(?:var\.)?((?!__)[_A-Za-z]\w{0,79})$/;
const VERSION = /^[1-9]\d{0,8}$/;

/** `version`, and the variables by their names, with or without `var.` before them. */
export function readSearch(search: URLSearchParams): Asked {
  const given = new Map<string, string>();
  let version: number | null = null;
  for (const [key, value] of search) {
    const name = VARIABLE.exec(key)?.[1];
    if (key !== "version" && name !== undefined) given.set(name, value);
    else if (key !== "version")
      throw badInput(text("参数须为 version 或变量名", "Parameters are version and the names of variables"), [
        shown(key),
      ]);
    else if (VERSION.test(value)) version = Number(value);
    else throw badInput(text("version 须为版本号", "version must be a number"), ["version"]);
  }
  return { version, given };
}

/** The variables by the types that the document declares: `under=371003`, `years=2022,2023`, or JSON. */
export function typedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Asked["given"],
): Variables {
  const types = new Map(
    operation.variableDefinitions?.map(({ variable, type }) => [
      variable.name.value,
      typeFromAST(schema, type) as GraphQLInputType | undefined,
    ]),
  );
  return Object.fromEntries(
    [...given].map(([name, value]) => {
      const type = types.get(name);
      if (!type) throw unknownVariable(name, [...types.keys()]);
      return [name, valueOf(type, value, name)];
    }),
  );
}

function valueOf(type: GraphQLInputType, value: string, name: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, value, name);
  const json = readJson(value);
  if (json === null) return null;
  if (isListType(type)) {
    if (Array.isArray(json)) return json;
    const parts = value.split(/[,，]/).map((part) => part.trim());
    return parts.map((part) => valueOf(type.ofType, part, name));
  }
  // A code of digits is text, not a number.
  if (isInputObjectType(type) || ["Int", "Float", "Boolean"].includes(type.toString())) {
    if (json === undefined) throw notTyped(name, type.toString());
    return json;
  }
  return typeof json === "string" ? json : value;
}

const notTyped = (name: string, type: string) =>
  badInput(text(`${name} 须为 ${type}（JSON 写法）`, `${name} must be ${type}, as JSON`), [name]);

const unknownVariable = (name: string, known: readonly string[]) =>
  badInput(
    text(
      `查询没有变量 ${name}；可用：${known.join("、") || "无"}`,
      `The query has no variable ${name}; it has ${known.join(", ") || "none"}`,
    ),
    [name],
  );
