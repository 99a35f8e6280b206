import { meets, type Group } from "./grouping.js";
import { Span } from "./span.js";

/** Records that satisfy the same filters. */
type Atom = readonly [met: number, count: number];
/** The atoms that make up a count: 1 or 0 each. */
type Vector = readonly number[];

export const isFew = (count: number, threshold: number): boolean => count > 0 && count < threshold;

/** Beyond this number of atoms no shown filters can isolate one of them. */
const MOST_ATOMS = 100;
const ZERO = 1e-9;

/**
 * Within a group, shown counts may reveal hidden ones by addition and subtraction: all records minus the granted are
 * those not granted. Given the shown filters, returns those that should be hidden, too.
 */
export function givingAway(
  group: Group,
  filters: readonly number[],
  threshold: number,
): (isHidden: (filter: number) => boolean) => readonly number[] {
  const atoms = atomsOf(group, filters);
  const vectors = new Map(filters.map((filter) => [filter, vectorOf(atoms, ([met]) => meets(met, filter))]));
  const fewOnes = fewOf(atoms, filters, threshold);
  const pick = (some: readonly number[]): Vector[] => some.map((filter) => vectors.get(filter) ?? []);
  return (isHidden) => {
    const shown = filters.filter((filter) => !isHidden(filter));
    const hidden = filters.filter(isHidden);
    const ones = pick(hidden.filter((filter) => group.counts[filter] === 1));
    const secrets = [...pick(hidden), ...fewOnes, ...oneEach(ones, [...vectors.values()])];
    if (shown.length === 0 || secrets.length === 0) return [];
    const span = new Span(pick(shown));
    const chosen = new Set<number>();
    for (const secret of secrets) {
      const made = span.makes(secret);
      const parts = made ? shown.filter((_filter, i) => Math.abs(made[i] ?? 0) > ZERO) : [];
      const smallest = parts.some((filter) => chosen.has(filter)) ? null : smallestOf(group, parts);
      if (smallest !== null) chosen.add(smallest);
    }
    return [...chosen];
  };
}

/** Records by the filters they satisfy; those that satisfy none are left out. */
function atomsOf(group: Group, filters: readonly number[]): Atom[] {
  const mask = filters.reduce((bits, filter) => bits | (1 << filter), 0);
  const atoms = new Map<number, number>();
  for (const [met, count] of group.atoms)
    if ((met & mask) !== 0) atoms.set(met & mask, (atoms.get(met & mask) ?? 0) + count);
  return [...atoms];
}

const vectorOf = (atoms: readonly Atom[], holds: (atom: Atom) => boolean): Vector =>
  atoms.map((atom) => Number(holds(atom)));

/** Small sets by which two filters differ, and small atoms. */
function fewOf(atoms: readonly Atom[], filters: readonly number[], threshold: number): Vector[] {
  const few: Vector[] = [];
  for (const one of filters)
    for (const other of filters) {
      const differs = ([met]: Atom): boolean => meets(met, one) && !meets(met, other);
      let count = 0;
      for (const atom of atoms) if (differs(atom)) count += atom[1];
      if (isFew(count, threshold)) few.push(vectorOf(atoms, differs));
    }
  if (atoms.length <= MOST_ATOMS)
    for (const alike of atoms)
      if (isFew(alike[1], threshold)) few.push(vectorOf(atoms, (atom) => atom === alike));
  return few;
}

/** Hidden counts are at least 1: three hidden counts that add up to three are one each. */
function oneEach(ones: readonly Vector[], filters: readonly Vector[]): Vector[] {
  const different = [...new Map(ones.map((one) => [one.join(), one])).values()];
  return filters.flatMap((filter) => {
    const within = different.filter((one) => one.every((entry, i) => entry <= (filter[i] ?? 0)));
    return within.length > 1 ? [filter.map((_, i) => sumAt(within, i))] : [];
  });
}

const sumAt = (vectors: readonly Vector[], i: number): number =>
  vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0);

const smallestOf = (group: Group, filters: readonly number[]): number | null =>
  filters.reduce<number | null>(
    (least, filter) =>
      least === null || (group.counts[filter] ?? 0) <= (group.counts[least] ?? 0) ? filter : least,
    null,
  );
