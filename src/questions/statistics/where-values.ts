import { badInput } from "../../kernel/fault.js";
import { isPlainText } from "../../kernel/plain-text.js";
import { text } from "../../kernel/text.js";

const MOST_VALUES = 500;
const LONGEST_VALUE = 200;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2199;

/** Refuses filters that no database can handle: too many values, broken text, an impossible year, an empty span. */
export function checkWhere(where: unknown, path: readonly string[]): void {
  if (typeof where !== "object" || where === null) return;
  for (const [name, value] of Object.entries<unknown>(where as Record<string, unknown>)) {
    if (Array.isArray(value)) refuseOddList(value, [...path, name]);
    else if (typeof value === "object" && value !== null) refuseOddSpan(value, [...path, name]);
  }
}

function refuseOddList(values: readonly unknown[], path: readonly string[]): void {
  if (values.length > MOST_VALUES)
    throw badInput(text(`最多 ${MOST_VALUES} 项`, `At most ${MOST_VALUES} of them`), path);
  values.forEach((value, i) => {
    if (typeof value === "number" && (value < FIRST_YEAR || value > LAST_YEAR))
      throw badInput(text("没有这个年度", "There is no such year"), [...path, String(i)]);
    if (typeof value === "string" && (value.length > LONGEST_VALUE || !isPlainText(value)))
      throw badInput(
        text(`最多 ${LONGEST_VALUE} 字，不含控制字符`, `At most ${LONGEST_VALUE} plain characters`),
        [...path, String(i)],
      );
  });
}

function refuseOddSpan(span: { from?: unknown; to?: unknown }, path: readonly string[]): void {
  if (typeof span.from === "string" && typeof span.to === "string" && span.from > span.to)
    throw badInput(text("起始日期不能晚于截止日期", "The period ends before it begins"), path);
}
