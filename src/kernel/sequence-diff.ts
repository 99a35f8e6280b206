/** One item of two sequences laid over each other: in both, in the first alone, or in the second alone. */
export interface Edit<T> {
  readonly kind: "KEPT" | "REMOVED" | "ADDED";
  readonly item: T;
}

/** Beyond this many removals and additions two sequences count as unlike: the work grows with the square of them. */
const MOST_EDITS = 1_000;

/**
 * The shortest way from one sequence to another (Myers, An O(ND) Difference Algorithm, 1986). What was removed and what
 * was kept, in order, is the first sequence; what was kept and what was added is the second. Sequences that are too unlike
 * are removed and added whole, but for the beginning and the end that they share.
 */
export function sequenceDiff<T>(from: readonly T[], to: readonly T[]): Edit<T>[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  const shared = Math.min(from.length, to.length) - start;
  while (end < shared && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  const left = from.slice(start, from.length - end);
  const right = to.slice(start, to.length - end);
  return [
    ...all("KEPT", from.slice(0, start)),
    ...(shortest(left, right) ?? [...all("REMOVED", left), ...all("ADDED", right)]),
    ...all("KEPT", from.slice(from.length - end)),
  ];
}

const all = <T>(kind: Edit<T>["kind"], items: readonly T[]): Edit<T>[] =>
  items.map((item) => ({ kind, item }));

/** The furthest place in `from` that each diagonal reaches (a place in `from` less the one in `to`), after each edit. */
type Reached = ReadonlyMap<number, number>;

function shortest<T>(from: readonly T[], to: readonly T[]): Edit<T>[] | null {
  const rounds: Reached[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(from.length + to.length, MOST_EDITS); edits++) {
    rounds.push(reached);
    const next = new Map(reached);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(reached, diagonal, edits);
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return wayBack(rounds, from, to);
    }
    reached = next;
  }
  return null;
}

const isDown = (reached: Reached, diagonal: number, edits: number): boolean =>
  diagonal === -edits ||
  (diagonal !== edits && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));

/** Where a diagonal begins after one more edit: an addition comes from the diagonal above, a removal from below. */
const startOf = (reached: Reached, diagonal: number, edits: number): number =>
  isDown(reached, diagonal, edits) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;

/** Goes back from the ends of both through every round, and so finds the edits, the last one first. */
function wayBack<T>(rounds: readonly Reached[], from: readonly T[], to: readonly T[]): Edit<T>[] {
  const backwards: Edit<T>[] = [];
  let [x, y] = [from.length, to.length];
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const reached = rounds[edits] ?? new Map<number, number>();
    const down = isDown(reached, x - y, edits);
    const diagonal = x - y + (down ? 1 : -1);
    const beforeX = edits === 0 ? 0 : (reached.get(diagonal) ?? 0);
    const beforeY = edits === 0 ? 0 : beforeX - diagonal;
    const startX = edits === 0 ? 0 : beforeX + (down ? 0 : 1);
    while (x > startX) backwards.push({ kind: "KEPT", item: from[--x] as T });
    if (edits === 0) break;
    if (down) backwards.push({ kind: "ADDED", item: to[beforeY] as T });
    else backwards.push({ kind: "REMOVED", item: from[beforeX] as T });
    [x, y] = [beforeX, beforeY];
  }
  return backwards.reverse();
}
