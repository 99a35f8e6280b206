/** A statement of a call that writes, as pieces: texts, and what every call makes anew. */
export type Template = readonly (string | Fresh)[];

/** A revision, so many after the one that the call is based on; a new id, the same wherever its number is; an instant. */
export type Fresh =
  | { readonly make: "revision"; readonly after: number }
  | { readonly make: "id"; readonly number: number }
  | { readonly make: "instant" };

const TOKENS = /'(?:[^'\\]|\\.|'')*'|\d+|[^'\d]+/g;
const ID = /^'[A-Za-z0-9_-]{16}'$/;
const INSTANT = /^'\d{4}-\d\d-\d\dT[\d:.]+Z'$/;

/**
 * Where the statements of two calls, the second based on the revision after the first's, differ: that is what a call
 * makes anew. The floor fills it in again, so that it may write, and commit, as often as the server does.
 */
export function templatesOf(
  first: readonly string[],
  second: readonly string[],
  revision: number,
): Template[] {
  const ids = new Map<string, number>();
  const freshOf = (one: string, other: string): Fresh => {
    if (INSTANT.test(one) && INSTANT.test(other)) return { make: "instant" };
    if (Number(other) === Number(one) + 1) return { make: "revision", after: Number(one) - revision };
    if (!ID.test(one) || !ID.test(other)) throw new Error(`two calls differ in ${one} and ${other}`);
    if (!ids.has(one)) ids.set(one, ids.size);
    return { make: "id", number: ids.get(one) ?? 0 };
  };
  if (first.length !== second.length) throw new Error("two calls took different numbers of statements");
  return first.map((statement, i) => {
    const [one, other] = [tokensOf(statement), tokensOf(second[i] ?? "")];
    if (one.length !== other.length) throw new Error(`two calls differ in ${statement.slice(0, 200)}`);
    return one.map((token, at) => (token === other[at] ? token : freshOf(token, other[at] ?? "")));
  });
}

const tokensOf = (statement: string): string[] => statement.match(TOKENS) ?? [];

/** The statements of a new call. */
export function filled(
  templates: readonly Template[],
  revision: number,
  newId: () => string,
  now: Date,
): string[] {
  const ids = new Map<number, string>();
  const idOf = (number: number): string => {
    const id = ids.get(number) ?? newId();
    ids.set(number, id);
    return `'${id}'`;
  };
  const textOf = (piece: string | Fresh): string => {
    if (typeof piece === "string") return piece;
    if (piece.make === "revision") return String(revision + piece.after);
    return piece.make === "instant" ? `'${now.toISOString()}'` : idOf(piece.number);
  };
  return templates.map((template) => template.map(textOf).join(""));
}
