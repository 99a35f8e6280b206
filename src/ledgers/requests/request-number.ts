import { fold } from "../../kernel/fold.js";

const DIGITS = 4;

/**
 * `2026-0001`: one more than the highest number of this form in the year. Numbers given by hand may have any form, so
 * the result may be taken, too.
 */
export function nextNumber(year: number, taken: ReadonlySet<string>): string {
  const given = [...taken].map((number) => Number(/^\d{4}-(\d{4,6})$/.exec(number)?.[1] ?? 0));
  const nth = (n: number): string => `${year}-${String(n).padStart(DIGITS, "0")}`;
  let next = Math.max(0, ...given) + 1;
  while (taken.has(nth(next))) next++;
  return nth(next);
}

/** `2026-0001-2` and so on: the first request keeps its number, and a later split goes on where the last one stopped. */
export function splitNumbers(number: string, count: number, taken: ReadonlySet<string>): string[] {
  const free: string[] = [];
  for (let part = 2; free.length < count; part++)
    if (!taken.has(fold(`${number}-${part}`))) free.push(`${number}-${part}`);
  return free;
}
