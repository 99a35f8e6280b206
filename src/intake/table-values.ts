import { isCalendarDate } from "../kernel/calendar-date.js";
import { fold, unified } from "../kernel/fold.js";
import { text, type Text } from "../kernel/text.js";

/** A cell's value as the record takes it, or why it cannot be taken. */
export type Read = { readonly value: unknown } | { readonly problem: Text };
export type Reader = (cell: string) => Read;

/** How a column is filled in, for the template. */
export interface Kind {
  readonly read: Reader;
  readonly hint: Text;
}

export const LINE: Kind = { read: (value) => ({ value }), hint: text("文字", "text") };

const DAY_SHAPE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?$/;

/** A day as Excel gives it, or typed: 2024-01-31, 2024/1/31, 2024年1月31日, 20240131. */
export const DAY: Kind = {
  read: (cell) => {
    const plain = unified(cell).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
    const [, year = "", month = "", day = ""] = DAY_SHAPE.exec(plain) ?? [];
    const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isCalendarDate(value)
      ? { value }
      : { problem: text("不是日期，应如 2024-01-31", "Not a day: write 2024-01-31") };
  },
  hint: text("日期，如 2024-01-31", "day, such as 2024-01-31"),
};

export const COUNT: Kind = {
  read: (cell) =>
    /^\d{1,9}$/.test(unified(cell))
      ? { value: Number(unified(cell)) }
      : { problem: text("不是整数", "Not a whole number") },
  hint: text("整数", "whole number"),
};

const YES = ["是", "yes", "true", "y", "1", "√"];
const NO = ["否", "no", "false", "n", "0", "×"];

export const YES_OR_NO: Kind = {
  read: (cell) => {
    const plain = fold(cell);
    if (YES.includes(plain)) return { value: true };
    return NO.includes(plain) ? { value: false } : { problem: text("应为“是”或“否”", "Write yes or no") };
  },
  hint: text("是、否", "yes, no"),
};

type Terms = Readonly<Record<string, Text | { readonly name: Text }>>;
const nameOf = (term: Terms[string]): Text | undefined => (term && "name" in term ? term.name : term);

/** One of the API's names, written as there or in words of either language. */
export function oneOf(terms: Terms): Kind {
  const words = new Map(
    Object.entries(terms).flatMap(([key, term]) =>
      [key, nameOf(term)?.zh, nameOf(term)?.en].flatMap((word) => (word ? [[fold(word), key] as const] : [])),
    ),
  );
  const known = Object.values(terms)
    .flatMap((term) => nameOf(term)?.zh ?? [])
    .join("、");
  return {
    read: (cell) => {
      const value = words.get(fold(cell));
      return value === undefined
        ? { problem: text(`应为：${known}`, `One of ${Object.keys(terms).join(", ")}`) }
        : { value };
    },
    hint: text(known, Object.keys(terms).join(", ")),
  };
}

/** Several of them, with 、 or a comma between. */
export function listOf({ read, hint }: Kind): Kind {
  return {
    read: (cell) => {
      const all = cell.split(/[、,，;；|]/).map((part) => part.trim());
      const reads = all.filter((part) => part !== "").map(read);
      const wrong = reads.find((one) => "problem" in one);
      return wrong ?? { value: reads.map((one) => ("value" in one ? one.value : null)) };
    },
    hint: text(`${hint.zh}；可填多项，以、分隔`, `${hint.en}; several with commas between`),
  };
}
