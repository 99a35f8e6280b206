import { fold } from "../../kernel/fold.js";

const DIGITS = 4;

/**
 * `2026-0001`: one more than the highest number of this form in the year. Numbers given by hand may have any form, so
 * the result may be taken, too.
 */
export function nextNumber(year: number, taken: ReadonlySet<string>, highest = highestOf(taken)): string {
  const nth = (n: number): string => `${year}-${String(n).padStart(DIGITS, "0")}`;
  let next = highest + 1;
  while (taken.has(nth(next))) next++;
  return nth(next);
}

/** The highest number of the form that `nextNumber` gives; 0 if there is none. */
export function highestOf(taken: ReadonlySet<string>): number {
  let highest = 0;
  for (const number of taken) highest = Math.max(highest, ordinalOf(number));
  return highest;
}

export const ordinalOf = (number: string): number => Number(/^\d{4}-(\d{4,6})$/.exec(number)?.[1] ?? 0);

/** `2026-0001-2` and so on: the first request keeps its number, and a later split goes on where the last one stopped. */
export function splitNumbers(number: string, count: number, taken: ReadonlySet<string>): string[] {
  const free: string[] = [];
  for (let part = 2; free.length < count; part++)
    if (!taken.has(fold(`${number}-${part}`))) free.push(`${number}-${part}`);
  return free;
}
