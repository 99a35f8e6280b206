import { PARENT, type RowsRead } from "./cost.js";

/** Rows that an operation will read: those of a ledger at or below a unit, or of units by name. */
export interface Read {
  readonly of: string;
  /** null if the document does not say: any unit that the caller may read. */
  readonly under: string | null;
  readonly units: readonly string[] | null;
  readonly subtree: boolean;
  readonly years: readonly number[] | null;
  /** Price of one row, however often it is read. */
  readonly each: number;
}

/**
 * Estimates the number of rows, counting only those that the caller may read: a price must reveal nothing of any
 * other.
 */
export type RowCount<C> = (read: Omit<Read, "each">, context: C) => number;

/** Each field of an answer costs 1; counting a row takes about a tenth of that. */
const COUNTED = 0.1;

export const priceOfRows = <C>(reads: readonly Read[], rowCount: RowCount<C>, context: C): number =>
  reads.reduce((sum, read) => sum + Math.floor(read.each * rowCount(read, context)), 0);

type Arguments = Readonly<Record<string, unknown>>;

export function valueAt(args: Arguments, path: string): unknown {
  let value: unknown = args;
  for (const name of path.split(".")) value = (value as Arguments | null | undefined)?.[name];
  return value;
}

export function readOf(rows: RowsRead, args: Arguments, above: Arguments): Read {
  const given = (path: string | undefined): unknown =>
    path?.startsWith(PARENT) ? valueAt(above, path.slice(PARENT.length)) : path && valueAt(args, path);
  const [under, units, years] = [given(rows.under), given(rows.units), given(rows.years)];
  const measures = given(rows.measures);
  const fields = Array.isArray(measures)
    ? measures.flatMap((measure: { field?: unknown }) => measure.field ?? [])
    : [];
  return {
    of: rows.of,
    under: typeof under === "string" ? under : null,
    units: listOf<string>(units),
    subtree: rows.subtree === undefined || isGiven(given(rows.subtree)),
    years: listOf<number>(years),
    each: (rows.each ?? COUNTED) * (1 + new Set(fields).size) * product((rows.times ?? []).map(given)),
  };
}

const isGiven = (value: unknown): boolean => value === true || listOf(value) !== null;

const product = (lists: readonly unknown[]): number =>
  lists.reduce<number>((times, list) => times * (listOf(list)?.length ?? 1), 1);

const listOf = <T>(value: unknown): readonly T[] | null =>
  Array.isArray(value) && value.length > 0 ? (value as T[]) : null;
