import { fold } from "./fold.js";

const MOST = 3;
/** Longest part of an input that a message repeats: enough to see the slip. */
const SHOWN = 60;

/** The known words most similar to an unknown one, for a helpful message. */
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

/** A caller's word for use in a message: on one line, and cut to SHOWN characters. */
export function shown(word: string): string {
  const plain = word.toWellFormed().replace(/[\p{C}\s]+/gu, " ");
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}

/** Levenshtein distance, abandoned beyond `bound`; if one word is part of the other, the distance is 1. */
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
