/** A piece of SQL with its parameters, in `?` order. Made by the `sql` tag; values never enter the text. */
export class Sql {
  constructor(
    readonly text: string,
    readonly params: readonly unknown[],
    /** The text typed by hand, without the parts that `scoped` pieces added. */
    readonly typed: string = text,
  ) {}
}

/** Interpolates nested pieces as SQL, arrays as `(?, ?, ...)`, and everything else as a parameter. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  let text = strings[0] ?? "";
  let typed = text;
  const params: unknown[] = [];
  values.forEach((value, i) => {
    const piece = toSql(value);
    const after = strings[i + 1] ?? "";
    text += piece.text + after;
    typed += piece.typed + after;
    params.push(...piece.params);
  });
  return new Sql(text, params, typed);
}

function toSql(value: unknown): Sql {
  if (value instanceof Sql) return value;
  if (!Array.isArray(value)) return new Sql("?", [value]);
  // `in ()` is not valid SQL; an empty list matches nothing.
  if (value.length === 0) return new Sql("(null)", []);
  return new Sql(`(${value.map(() => "?").join(", ")})`, value);
}

export const raw = (text: string): Sql => new Sql(text, []);

export function joinSql(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(
    pieces.map((p) => p.text).join(separator),
    pieces.flatMap((p) => p.params),
    pieces.map((p) => p.typed).join(separator),
  );
}

export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw("0=1") : sql`(${joinSql(conditions, " or ")})`;

export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw("1=1") : sql`(${joinSql(conditions, " and ")})`;

/** Escapes `like` wildcards; use with `escape '!'`. */
export const containing = (needle: string): string => `%${needle.replace(/[!%_]/g, "!$&")}%`;
