import { createHash } from "node:crypto";

type Particular = string | number | boolean | null | readonly string[];
/** Values before and after; personal data by digest only, see `PersonalChanges`. */
export type Changes = Readonly<Record<string, readonly [before: Particular, after: Particular]>>;

/** Personal data before and after. The history keeps a digest of each value, never the value. */
export type PersonalChanges = Readonly<
  Record<string, readonly [before: string | null, after: string | null]>
>;

/** What differs of two states of a record, by field. */
export function changesBetween<R extends object>(before: Partial<R>, after: Partial<R>): Changes {
  const fields = Object.keys({ ...before, ...after }) as (keyof R & string)[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (before[field] === after[field]) return [];
      const [was, is] = [particular(before[field]), particular(after[field])];
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [[field, [was, is] as const]];
    }),
  );
}

const particular = (value: unknown): Particular => {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  return JSON.stringify(value);
};

type Texts = Readonly<Record<string, string | null>>;

/**
 * What differs of long texts, each by its digest and its length, so that an entry stays small however long the texts
 * are. Whoever has a text can show that it is the one.
 */
export const textChanges = (before: Texts, after: Texts): Changes =>
  Object.fromEntries(
    Object.entries(changesBetween(before, after)).map(([field, [was, is]]) => [
      field,
      [digestOfText(was), digestOfText(is)] as const,
    ]),
  );

const digestOfText = (value: Particular): string | null =>
  typeof value === "string"
    ? `sha256:${createHash("sha256").update(value).digest("hex")} (${[...value].length})`
    : null;
