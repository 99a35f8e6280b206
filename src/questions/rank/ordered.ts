/**
 * Numbers in ascending order, read by binary search and never copied: a ranking reads one group for each of its
 * units.
 */
export interface Ordered {
  readonly length: number;
  at(index: number): number;
}

export const ordered = (sorted: Float64Array): Ordered => ({
  length: sorted.length,
  at: (index) => sorted[index] ?? NaN,
});

/** The same numbers with one more. */
export function withGuest(hosts: Ordered, guest: number): Ordered {
  const place = countUpTo(hosts, guest);
  return {
    length: hosts.length + 1,
    at: (index) => (index === place ? guest : hosts.at(index < place ? index : index - 1)),
  };
}

export const countBelow = (numbers: Ordered, value: number): number =>
  countWhile(numbers, (other) => other < value);

export const countUpTo = (numbers: Ordered, value: number): number =>
  countWhile(numbers, (other) => other <= value);

function countWhile(numbers: Ordered, counted: (value: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (counted(numbers.at(middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The middle one, or halfway between the two in the middle. */
export const medianOf = (numbers: Ordered): number | null =>
  numbers.length === 0 ? null : (numbers.at((numbers.length - 1) >> 1) + numbers.at(numbers.length >> 1)) / 2;

/** Distances of the numbers from `from`, ascending: merged from those below and those above, each already in order. */
export function distancesFrom(numbers: Ordered, from: number): Ordered {
  const split = countUpTo(numbers, from);
  const below: Ordered = { length: split, at: (index) => from - numbers.at(split - 1 - index) };
  const above: Ordered = {
    length: numbers.length - split,
    at: (index) => numbers.at(split + index) - from,
  };
  return { length: numbers.length, at: (index) => nthOfBoth(below, above, index) };
}

/** The n-th smallest (from 0) of two sorted lists, by binary search over how many come from `a`. */
function nthOfBoth(a: Ordered, b: Ordered, n: number): number {
  let [low, high] = [Math.max(0, n - b.length), Math.min(n, a.length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (a.at(middle) < b.at(n - middle - 1)) low = middle + 1;
    else high = middle;
  }
  const [ofA, ofB] = [low < a.length ? a.at(low) : Infinity, n - low < b.length ? b.at(n - low) : Infinity];
  return Math.min(ofA, ofB);
}
