import { isEnumType, type GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { nearest } from "../../kernel/nearest.js";
import { text, type Text } from "../../kernel/text.js";
import { withNewPlace } from "./moved.js";
import { syntaxHint } from "./syntax-hints.js";

/**
 * Messages of graphql-js and Apollo about a request, in both languages and our own words: theirs repeat values and
 * suggest names ("did you mean"). A name that the caller wrote, or one of the public schema, may be repeated; a value
 * may not.
 */

interface Complaint {
  readonly code: string;
  readonly text: Text;
}

type Rule = readonly [pattern: RegExp, say: (...names: string[]) => Text];

const VALIDATION: readonly Rule[] = [
  [
    /^Cannot query field "(\w{1,80})" on type "(\w+)"/,
    (f, t) => text(`类型 ${t} 没有字段 ${f}`, `Type ${t} has no field ${f}`),
  ],
  [
    /^Unknown argument "(\w{1,80})" on \w+ "@?([\w.]+)"/,
    (a, f) => text(`${f} 没有参数 ${a}`, `${f} has no argument ${a}`),
  ],
  [/^Unknown type "(\w{1,80})"/, (t) => text(`没有类型 ${t}`, `There is no type ${t}`)],
  [/^Unknown fragment "(\w{1,80})"/, (f) => text(`没有片段 ${f}`, `There is no fragment ${f}`)],
  [/^Unknown directive "@(\w{1,80})"/, (d) => text(`没有指令 @${d}`, `There is no directive @${d}`)],
  [
    /^Field "(\w+)" of type "[^"]+" must have a selection/,
    (f) => text(`字段 ${f} 须选择子字段`, `Field ${f} needs a selection of subfields`),
  ],
  [
    /^Field "(\w+)" must not have a selection/,
    (f) => text(`字段 ${f} 没有子字段`, `Field ${f} has no subfields`),
  ],
  [
    /^(?:Field|Directive) "@?(\w+)" argument "(\w+)" of type/,
    (f, a) => text(`${f} 缺少参数 ${a}`, `${f} needs the argument ${a}`),
  ],
  [
    /^Variable "\$(\w{1,80})" is not defined/,
    (v) => text(`变量 $${v} 未声明`, `Variable $${v} is not declared`),
  ],
  [
    /^Variable "\$(\w{1,80})" is never used/,
    (v) => text(`变量 $${v} 未使用`, `Variable $${v} is never used`),
  ],
  [
    /^Variable "\$(\w{1,80})" of type "[\w[\]!]+" used in position expecting type "([\w[\]!]+)"/,
    (v, t) => text(`变量 $${v} 的类型须为 ${t}`, `Variable $${v} must be of type ${t}`),
  ],
  [
    /^Fields "(\w{1,80})" conflict/,
    (f) => text(`${f} 有两种含义，请用别名区分`, `${f} means two things: tell them apart by aliases`),
  ],
  [/^Fragment "(\w{1,80})" is never used/, (f) => text(`片段 ${f} 未使用`, `Fragment ${f} is never used`)],
  [
    /^Cannot spread fragment "(\w{1,80})" within itself/,
    (f) => text(`片段 ${f} 包含自身`, `Fragment ${f} contains itself`),
  ],
];

/** Raised for literals and variables alike. */
const INPUT_OBJECTS: readonly Rule[] = [
  [
    /^Field "(?:\w+\.)?(\w+)" of required type "[\w[\]!]+" was not provided/,
    (f) => text(`缺少 ${f}`, `${f} is missing`),
  ],
  [
    /^Field "(\w{1,80})" is not defined by type "(\w+)"/,
    (f, t) => text(`${t} 没有 ${f}`, `${t} has no ${f}`),
  ],
  [
    /^(?:Expected (?:value of|non-nullable) type "([\w[\]!]+)"|(Int|Float|String|Boolean|ID) cannot represent)/,
    (...[given, scalar]) => {
      const type = given ?? scalar ?? "";
      return text(`须为 ${type}`, `${type} is expected`);
    },
  ],
];

const REQUESTS: readonly Rule[] = [
  [/^GET requests only support query/, () => text("GET 只能用于查询", "GET is for queries only")],
  [
    /^This operation has been blocked as a potential Cross-Site/,
    () =>
      text(
        "请以 application/json 发送，GET 请求须带 Apollo-Require-Preflight 头",
        "Send application/json; a GET request needs the header Apollo-Require-Preflight",
      ),
  ],
  [
    /^GraphQL operations must contain a non-empty `query`/,
    () => text("请求缺少 query", "The request has no query"),
  ],
  [
    /^An 'accept' header was provided/,
    () =>
      text(
        "Accept 须包含 application/json 或 application/graphql-response+json",
        "Accept must allow application/json or application/graphql-response+json",
      ),
  ],
  [
    /^`(variables|extensions|operationName)` in a POST body/,
    (part) => text(`请求体中的 ${part} 类型不符`, `${part} in the body is of the wrong type`),
  ],
  [
    /^The (variables|extensions) search parameter contains invalid JSON/,
    (part) => text(`参数 ${part} 不是有效的 JSON`, `The parameter ${part} is not valid JSON`),
  ],
];

const ARGUMENT = /^Argument "(\w+)" of (?:non-null|required) type/;
const TOKENS = /^Syntax Error: Document contains more that (\d+) tokens/;

const SELECTIONS = text(
  "查询展开片段后字段过多",
  "With its fragments spread, the query selects too many fields",
);
const OVERLAPS = text("查询中同名字段过多", "The query selects the same fields too many times");

/** Null for an error that neither GraphQL nor Apollo raises about a request: then the fault is ours. */
export function complaintAbout(
  error: GraphQLError,
  told: GraphQLFormattedError,
  schema: GraphQLSchema,
): Complaint | null {
  if (told.path) return argumentComplaint(error);
  const code = String(told.extensions?.code);
  switch (code) {
    case "GRAPHQL_PARSE_FAILED":
      return parseComplaint(error, told);
    case "GRAPHQL_VALIDATION_FAILED":
      return validationComplaint(error, told, schema);
    case "BAD_REQUEST":
      return {
        code,
        text:
          say(REQUESTS, error.message) ??
          text("请求不符合 GraphQL over HTTP 规范", "This is not a GraphQL request over HTTP"),
      };
    case "BAD_USER_INPUT":
      return { code, text: text("变量的值无效", "A variable has an invalid value") };
    case "OPERATION_RESOLUTION_FAILURE":
      return {
        code,
        text: text(
          "请以 operationName 指明文档中的一个操作",
          "Name one operation of the document in operationName",
        ),
      };
    case "PERSISTED_QUERY_NOT_FOUND":
    case "PERSISTED_QUERY_NOT_SUPPORTED":
      // Clients recognise these errors by their exact words.
      return { code, text: text(error.message, error.message) };
    default:
      return null;
  }
}

/** The fault inside an input object, if graphql-js names it without its value. */
export function inputObjectComplaint(message: string, schema: GraphQLSchema): Text | undefined {
  const complaint = enumComplaint(message, schema) ?? say(INPUT_OBJECTS, message);
  return complaint && withNewPlace(complaint, message, schema);
}

const NO_SUCH_VALUE = /^Value "(.*)" does not exist in "(\w+)" enum/s;
const NOT_A_VALUE = /^Enum "(\w+)" cannot represent/;

/** An enum has few values, all public: the message lists them, and the one that may have been meant. */
function enumComplaint(message: string, schema: GraphQLSchema): Text | undefined {
  const [, given, named] = NO_SUCH_VALUE.exec(message) ?? [];
  const type = schema.getType(named ?? NOT_A_VALUE.exec(message)?.[1] ?? "");
  if (!isEnumType(type)) return undefined;
  const values = type.getValues().map(({ name }) => name);
  const list = values.join(", ");
  const [like] = nearest(given ?? "", values);
  return text(
    `须为 ${type.name} 的取值之一：${list}${like ? `；相近的是 ${like}` : ""}`,
    `One of ${type.name} is expected: ${list}${like ? `; perhaps ${like}` : ""}`,
  );
}

/** graphql-js finds a null variable in the place of a non-null argument only when it executes the field. */
function argumentComplaint(error: GraphQLError): Complaint | null {
  const name = ARGUMENT.exec(error.message)?.[1];
  return name
    ? { code: "BAD_USER_INPUT", text: text(`参数 ${name} 不可为空`, `Argument ${name} must not be null`) }
    : null;
}

function parseComplaint(error: GraphQLError, told: GraphQLFormattedError): Complaint {
  const tokens = TOKENS.exec(error.message)?.[1];
  if (tokens)
    return {
      code: "TOO_COMPLEX",
      text: text(`查询超过 ${tokens} 个词元`, `The query has more than ${tokens} tokens`),
    };
  const { zh, en } = place(told);
  const hint = syntaxHint(error.source?.body ?? "", error.positions?.[0] ?? 0, error.message);
  return {
    code: "GRAPHQL_PARSE_FAILED",
    text: text(
      `语法错误${zh}${hint ? `：${hint.zh}` : ""}`,
      `Syntax error${en}${hint ? `: ${hint.en}` : ""}`,
    ),
  };
}

function validationComplaint(
  error: GraphQLError,
  told: GraphQLFormattedError,
  schema: GraphQLSchema,
): Complaint {
  const code = "GRAPHQL_VALIDATION_FAILED";
  if (told.extensions?.validationErrorCode === "MAX_RECURSIVE_SELECTIONS_EXCEEDED")
    return { code: "TOO_COMPLEX", text: SELECTIONS };
  if (error.message === "Validation aborted.") return { code: "TOO_COMPLEX", text: OVERLAPS };
  const { zh, en } = place(told);
  const known = inputObjectComplaint(error.message, schema) ?? documentComplaint(error.message, schema);
  if (known) return { code, text: text(known.zh + zh, known.en + en) };
  if (error.nodes?.[0]?.kind.endsWith("Value"))
    return { code, text: text(`值的类型不符${zh}`, `A value is not of the type expected there${en}`) };
  return { code, text: text(`查询不符合接口定义${zh}`, `The query does not fit the schema${en}`) };
}

function documentComplaint(message: string, schema: GraphQLSchema): Text | undefined {
  const complaint = say(VALIDATION, message);
  return complaint && withNewPlace(complaint, message, schema);
}

function say(rules: readonly Rule[], message: string): Text | undefined {
  for (const [pattern, words] of rules) {
    const match = pattern.exec(message);
    if (match) return words(...match.slice(1));
  }
  return undefined;
}

function place({ locations }: GraphQLFormattedError): Text {
  const at = locations?.[0];
  return at
    ? text(`（第 ${at.line} 行第 ${at.column} 列）`, ` (line ${at.line}, column ${at.column})`)
    : text("", "");
}
