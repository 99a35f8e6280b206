import { comparePlaces, type Group } from "./grouping.js";
import type { Figure } from "./measure.js";

export interface Row {
  readonly group: Group;
  /** One a measure. */
  readonly figures: readonly Figure[];
}

/** Keeps rows whose measure lies within the bounds; null and suppressed values are dropped. */
export interface Having {
  /** Index of the measure. */
  readonly measure: number;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

export interface Order {
  readonly by: "measure" | "dimension";
  /** Index of the measure or of the dimension. */
  readonly index: number;
  readonly descending: boolean;
}

export interface Arrangement {
  readonly having: readonly Having[];
  /** null: in the order of the dimensions, which also orders ties. */
  readonly order: Order | null;
  readonly top: number | null;
}

/**
 * Rows arrive in the order of their dimensions. Suppressed values are null by now, so no condition or order can
 * reveal them.
 */
export function arranged(rows: readonly Row[], { having, order, top }: Arrangement): Row[] {
  const kept = rows.filter((row) => having.every((condition) => lies(row, condition)));
  const inOrder = order ? kept.sort((a, b) => compare(a, b, order)) : kept;
  return top === null ? inOrder : inOrder.slice(0, endOf(inOrder, top, order));
}

/** A cut never separates ties: all rows that tie with the last are kept. Rows without a value tie with none. */
function endOf(rows: readonly Row[], top: number, order: Order | null): number {
  const last = rows[top - 1];
  if (!last || order?.by !== "measure" || (last.figures[order.index]?.value ?? null) === null) return top;
  let end = top;
  for (let next = rows[end]; next && compare(last, next, order) === 0; next = rows[end]) end++;
  return end;
}

function lies({ figures }: Row, { measure, atLeast, atMost }: Having): boolean {
  const value = figures[measure]?.value ?? null;
  return value !== null && (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
}

/** What is null stands last in either direction. */
function compare(a: Row, b: Row, { by, index, descending }: Order): number {
  const sign = descending ? -1 : 1;
  if (by === "dimension") {
    const [left, right] = [a.group.keys[index], b.group.keys[index]];
    if (!left || !right) return 0;
    const missing = left.key === null || right.key === null;
    return (missing ? 1 : sign) * comparePlaces(left, right);
  }
  const [left, right] = [a.figures[index]?.value ?? null, b.figures[index]?.value ?? null];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * (left - right);
}
