import { givingAway, isFew } from "./given-away.js";
import { identityOf, type Group, type Grouped } from "./grouping.js";

/** The parts of an answer that a caller may not see. */
export interface Protection {
  /**
   * True if the records of the group that satisfy the filter are hidden. Additive figures must not be derivable by
   * subtraction either.
   */
  hides(group: Group, filter: number, additive: boolean): boolean;
}

export const UNPROTECTED: Protection = { hides: () => false };

/**
 * Hides every cell of fewer records than the threshold, and as many other additive cells as are needed to prevent
 * subtraction: neither a group from a sum over one dimension nor one filter from another within a group. `spaces`
 * lists the filters whose figures add up and are shown together.
 */
export function protect(
  grouped: Grouped,
  spaces: readonly (readonly number[])[],
  threshold: number,
): Protection {
  const masking = new Masking(grouped, threshold);
  for (const space of spaces) masking.cover(space);
  return {
    hides: (group, filter, additive) =>
      isFew(countOf(group, filter), threshold) || (additive && masking.isHidden(group, filter)),
  };
}

class Masking {
  readonly #hidden = new Map<Group, Set<number>>();
  /** Groups with new hidden cells since the last check. */
  readonly #changed = new Set<Group>();
  readonly #lines: readonly (readonly Group[])[];

  constructor(
    private readonly grouped: Grouped,
    private readonly threshold: number,
  ) {
    this.#lines = linesOf(grouped);
  }

  isHidden(group: Group, filter: number): boolean {
    return this.#hidden.get(group)?.has(filter) ?? false;
  }

  /** Terminates because it only hides more. */
  cover(space: readonly number[]): void {
    for (const group of [...this.grouped.groups, this.grouped.total]) {
      this.#changed.add(group);
      for (const filter of space)
        if (isFew(countOf(group, filter), this.threshold)) this.#hide(group, filter);
    }
    while (this.#changed.size > 0) {
      const groups = [...this.#changed];
      for (const group of groups) this.#coverGroup(group, space);
      this.#changed.clear();
      for (const filter of space) this.#coverLines(filter);
    }
  }

  #coverGroup(group: Group, space: readonly number[]): void {
    const counted = space.filter((filter) => countOf(group, filter) > 0);
    if (counted.length < 2) return;
    const ask = givingAway(group, counted, this.threshold);
    let further: readonly number[];
    do {
      further = ask((filter) => this.isHidden(group, filter));
      for (const filter of further) this.#hide(group, filter);
    } while (further.length > 0);
  }

  #coverLines(filter: number): void {
    for (const line of this.#lines) this.#coverLine(line, filter);
    const { groups, total } = this.grouped;
    // If nothing else can be hidden, the sum is hidden.
    if (countOf(total, filter) > 0 && !this.isHidden(total, filter) && !this.#isSafe(groups, filter))
      this.#hide(total, filter);
  }

  /** In a line whose sum may be known, the next smallest cells are hidden with a hidden cell. */
  #coverLine(line: readonly Group[], filter: number): void {
    if (this.#isSafe(line, filter)) return;
    const shown = line.filter((group) => countOf(group, filter) > 0 && !this.isHidden(group, filter));
    shown.sort((a, b) => countOf(a, filter) - countOf(b, filter));
    for (const next of shown) {
      this.#hide(next, filter);
      if (this.#isSafe(line, filter)) return;
    }
  }

  /**
   * True if nothing is hidden, or at least two cells whose sum is neither small nor one each (hidden cells are never
   * 0).
   */
  #isSafe(line: readonly Group[], filter: number): boolean {
    let [cells, together] = [0, 0];
    for (const group of line)
      if (this.isHidden(group, filter)) {
        cells += 1;
        together += countOf(group, filter);
      }
    return cells === 0 || (cells > 1 && together >= this.threshold && together > cells);
  }

  /** Only what is not zero is ever hidden. */
  #hide(group: Group, filter: number): void {
    const hidden = this.#hidden.get(group) ?? new Set<number>();
    this.#hidden.set(group, hidden.add(filter));
    this.#changed.add(group);
  }
}

const countOf = (group: Group, filter: number): number => group.counts[filter] ?? 0;

/** Groups that differ in one dimension only (their sum is the answer to another query), and all groups together. */
function linesOf({ axes, groups }: Grouped): (readonly Group[])[] {
  const lines = axes.flatMap((_, along) => {
    const ofOthers = new Map<string, Group[]>();
    for (const group of groups) {
      const others = identityOf(group.keys.filter((_key, i) => i !== along).map(({ key }) => key));
      const line = ofOthers.get(others) ?? [];
      line.push(group);
      ofOthers.set(others, line);
    }
    return [...ofOthers.values()];
  });
  return axes.length < 2 ? lines : [...lines, groups];
}
