import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isCalendarDate } from "../../kernel/calendar-date.js";
import { badInput } from "../../kernel/fault.js";
import { text, type Text } from "../../kernel/text.js";

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const MAX_DECIMAL_LENGTH = 40;
// Control, format and surrogate characters: never part of a number, and harmful in logs.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** How a scalar treats strings: undefined refuses the value, and the message never repeats it. */
interface StringScalar {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL: string;
  readonly expected: Text;
  readonly read: (value: string) => string | undefined;
  readonly write: (value: unknown) => string | undefined;
  /** True if numbers, in JSON or as literals, are read by their text. */
  readonly numbers?: boolean;
}

function stringScalar({ name, description, specifiedByURL, expected, read, write, numbers }: StringScalar) {
  const accept = (value: string | undefined): string => {
    const result = value === undefined ? undefined : read(value);
    if (result === undefined) throw badInput(expected);
    return result;
  };
  const textOf = (node: ValueNode): string | undefined => {
    const number = node.kind === Kind.INT || node.kind === Kind.FLOAT;
    if (numbers && number) return /e/i.test(node.value) ? plainDecimal(Number(node.value)) : node.value;
    return node.kind === Kind.STRING ? node.value : undefined;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => {
      const result = write(value);
      if (result === undefined) throw new TypeError(`${name}: a resolver gave something else`);
      return result;
    },
    parseValue: (value) => {
      if (numbers && typeof value === "number") return accept(plainDecimal(value));
      return accept(typeof value === "string" ? value : undefined);
    },
    parseLiteral: (node) => accept(textOf(node)),
  });
}

/** JavaScript writes 0.0000001 as 1e-7; messages should speak of decimal places. */
function plainDecimal(value: number): string {
  const shortest = String(value);
  if (!/e/i.test(shortest) || !Number.isFinite(value)) return shortest;
  const size = Math.abs(value);
  if (size < 1e-20 || size > 1e38) return shortest; // no cell could hold such a decimal, and the message says so
  return size < 1 ? value.toFixed(20).replace(/0+$/, "") : BigInt(value).toString();
}

const asString = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const readDate = (value: string) => (isCalendarDate(value) ? value : undefined);

function readInstant(value: string): string | undefined {
  const date = RFC_3339.exec(value)?.[1];
  return date && isCalendarDate(date) ? new Date(value).toISOString() : undefined;
}

const readDecimal = (value: string) =>
  value.length <= MAX_DECIMAL_LENGTH && !UNPRINTABLE.test(value) ? value : undefined;

export const DateScalar = stringScalar({
  name: "Date",
  description: "日期（北京时间） · Calendar date in Asia/Shanghai, YYYY-MM-DD",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  expected: text("须为 YYYY-MM-DD 格式的日期", "A date is expected, as YYYY-MM-DD"),
  read: readDate,
  write: (value) => readDate(asString(value) ?? ""),
});

export const DateTimeScalar = stringScalar({
  name: "DateTime",
  description: "时刻（RFC 3339） · Instant, RFC 3339",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  expected: text("须为 RFC 3339 格式的时刻", "An instant is expected, in the format of RFC 3339"),
  read: readInstant,
  write: (value) =>
    value instanceof Date ? value.toISOString() : readInstant(asString(value) ?? "") && asString(value),
});

/**
 * A malformed string passes here on purpose: the command that reads it answers with a problem that names the cell,
 * where a scalar could only refuse the whole request.
 */
export const DecimalScalar = stringScalar({
  name: "Decimal",
  description:
    "精确小数，以字符串表示；输入也可用 JSON 数字 · Exact decimal number, as a string; JSON numbers are read too",
  specifiedByURL: "https://www.w3.org/TR/xmlschema-2/#decimal",
  expected: text("须为小数，以字符串或数字表示", "A decimal number is expected, as a string or a number"),
  read: readDecimal,
  write: asString,
  numbers: true,
});
