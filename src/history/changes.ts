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
