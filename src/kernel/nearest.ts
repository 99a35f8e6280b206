import { fold } from "./fold.js";

const MOST = 3;
/** What a message repeats of an input: enough to see the slip, nothing that could not be shown. */
const SHOWN = 60;

/** The known words that are most like one that is not known: for a message that helps. */
export function nearest(wanted: string, known: Iterable<string>): string[] {
  const word = fold(wanted).slice(0, SHOWN);
  if (word === "") return [];
  const bound = Math.max(2, Math.floor(word.length / 3));
  return [...known]
    .map((one) => ({ one, distance: distance(word, fold(one), bound) }))
    .filter((found) => found.distance <= bound)
    .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1))
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** A caller's word in a message: no line ends, not endless. */
export function shown(word: string): string {
  const plain = word.toWellFormed().replace(/[\p{C}\s]+/gu, " ");
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}

/** Levenshtein's, given up beyond a bound; part of the other counts as one step. */
function distance(a: string, b: string, bound: number): number {
  if (a.length > 2 && b.includes(a)) return 1;
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? bound + 1;
}
