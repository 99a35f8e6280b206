import type { Answer, AnswerRow } from "./question";

/** One line of a pivot table: the values of all dimensions but the one that is laid across. */
export interface PivotLine {
  readonly key: string;
  readonly labels: readonly string[];
  /** Aligned to the columns; null where the answer has no such group. */
  readonly cells: readonly (AnswerRow | null)[];
}

export interface PivotColumn {
  readonly key: string | null;
  readonly label: string;
}

export interface Pivoted {
  readonly columns: readonly PivotColumn[];
  readonly lines: readonly PivotLine[];
}

/**
 * The groups of an answer as a table of two directions: dimension `across` makes the columns, the others the lines,
 * both in the order in which the answer has them; times stand in theirs. Nothing is added up: a mean, a rate and a
 * count with noise have no sum.
 */
export function pivot({ dimensions, rows }: Pick<Answer, "dimensions" | "rows">, across: number): Pivoted {
  const columns = new Map<string | null, string>();
  const lines = new Map<
    string,
    { readonly labels: readonly string[]; readonly cells: Map<string | null, AnswerRow> }
  >();
  const others = <Value>(values: readonly Value[]): Value[] => values.filter((_, i) => i !== across);
  for (const row of rows) {
    const column = row.keys[across] ?? null;
    columns.set(column, row.labels[across] ?? "");
    const key = JSON.stringify(others(row.keys));
    const line = lines.get(key) ?? { labels: others(row.labels), cells: new Map() };
    lines.set(key, line);
    line.cells.set(column, row);
  }
  const ordered = [...columns].map(([key, label]) => ({ key, label }));
  if (TIMES.includes(dimensions[across]?.key ?? ""))
    ordered.sort((one, other) => String(one.key).localeCompare(String(other.key)));
  return {
    columns: ordered,
    lines: [...lines].map(([key, { labels, cells }]) => ({
      ...{ key, labels },
      cells: ordered.map((column) => cells.get(column.key) ?? null),
    })),
  };
}

const TIMES: readonly string[] = ["YEAR", "QUARTER", "MONTH"];
