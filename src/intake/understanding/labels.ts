import { unified } from "../../kernel/fold.js";
import { TRADITIONAL, VARIANTS } from "./label-variants.data.js";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].flatMap((one, i, all) => (i % 2 === 0 ? [[one, all[i + 1] ?? one] as const] : [])),
);

const NUMBERING =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:]|\d{1,2}[.、,)]|\(\d{1,2}\))/;

/** A label without blanks, punctuation and compatibility forms, in simplified characters. */
export const bare = (label: string): string =>
  unified(label)
    .replace(/[\s\p{Cf}]+/gu, "")
    .replace(/./gu, (one) => SIMPLIFIED.get(one) ?? one);

/** The label by which rows and columns are compared: `bare`, and without number, notes in brackets and punctuation. */
export function labelKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  const key = bare(label)
    .replace(NUMBERING, "")
    .replace(/\([^()]*\)?|\[[^\]]*\]/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (keys.size === MOST_KEYS) keys.clear();
  keys.set(label, key);
  return key;
}

/** The same few cells are compared again and again, by row, by column and with all labels. */
const keys = new Map<string, string>();
const MOST_KEYS = 2_000;

/** The number that a label starts with, in Arabic figures only: `3.危及…` is 3. */
export const labelNumber = (label: string): number | null => {
  const number = /^\(?(\d{1,2})(?:[.、,)]|$)/.exec(bare(label))?.[1];
  return number === undefined ? null : Number(number);
};

export type Certainty = "EXACT" | "SURE" | "LIKELY" | "DOUBTFUL";

export interface Match<T> {
  readonly value: T;
  readonly certainty: Certainty;
}

const LIKE_ENOUGH = 0.7;
const SHORTEST = 3;

/** Finds a label among those of the form, spelt as there, as a known variant, with a note behind it, or nearly so. */
export class Labels<T> {
  readonly #exact = new Map<string, T>();
  readonly #pairs = new Map<string, Pairs>();

  constructor(labels: readonly (readonly [label: string, value: T])[]) {
    for (const [label, value] of labels) this.#exact.set(labelKey(label), value);
    for (const [seen, label] of VARIANTS) {
      const value = this.#exact.get(labelKey(label));
      if (value !== undefined && !this.#exact.has(labelKey(seen))) this.#exact.set(labelKey(seen), value);
    }
  }

  exact(label: string): T | null {
    return this.#exact.get(labelKey(label)) ?? null;
  }

  find(label: string): Match<T> | null {
    const key = labelKey(label);
    const exact = this.#exact.get(key);
    if (exact !== undefined) return { value: exact, certainty: "SURE" };
    if (key.length < SHORTEST) return null;
    return this.#longestStart(key) ?? this.#nearest(key);
  }

  #longestStart(key: string): Match<T> | null {
    let best: readonly [string, T] | null = null;
    for (const entry of this.#exact)
      if (
        entry[0].length >= SHORTEST &&
        key.startsWith(entry[0]) &&
        entry[0].length > (best?.[0].length ?? 0)
      )
        best = entry;
    return best && { value: best[1], certainty: "SURE" };
  }

  #nearest(key: string): Match<T> | null {
    if (key.length > 80) return null;
    const pairs = pairsOf(key);
    let best: { value: T; likeness: number } | null = null;
    for (const [known, value] of this.#exact) {
      if (known.length < SHORTEST) continue;
      const likeness = likenessOf(pairs, this.#pairsOfKnown(known));
      if (likeness > (best?.likeness ?? LIKE_ENOUGH)) best = { value, likeness };
    }
    return best && { value: best.value, certainty: "LIKELY" };
  }

  #pairsOfKnown(known: string): Pairs {
    const pairs = this.#pairs.get(known) ?? pairsOf(known);
    this.#pairs.set(known, pairs);
    return pairs;
  }
}

/** The pairs of neighbouring characters of a text. */
type Pairs = ReadonlySet<string>;

const pairsOf = (text: string): Pairs =>
  new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));

/** Share of pairs that both have (Dice): 1 for equal texts, 0 where their numbers alone keep it from being enough. */
function likenessOf(left: Pairs, right: Pairs): number {
  const all = left.size + right.size;
  if (2 * Math.min(left.size, right.size) <= LIKE_ENOUGH * all) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / all;
}
