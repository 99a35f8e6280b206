import { type Excerpt, passageOf, type Sections } from "./passage.js";
import { BOILERPLATE } from "./boilerplate.data.js";
import type { SectionKey } from "../forms/index.js";

/**
 * Likeness of two texts by winnowing (Schleimer, Wilkerson, Aiken 2003): of all runs of GRAM characters those are kept whose
 * hash is the least of a window, so that a passage of GRAM + WINDOW - 1 characters in both leaves a print in both.
 * Figures, marks and blanks do not count: a text with other numbers in it is the same text. Nor does the wording that
 * the form demands of everybody.
 */
const GRAM = 12;
const WINDOW = 8;
/** The shortest passage that is shown as shared. */
const SHORTEST = GRAM + WINDOW - 1;
/** A text with fewer prints (about 120 characters) is too short to be like another. */
export const FEWEST_PRINTS = 24;

/** The opening paragraph is the form's own wording. */
const COMPARED: readonly SectionKey[] = ["OVERVIEW", "PROBLEMS", "OTHER_MATTERS"];

const LETTER = /[\u4e00-\u9fffA-Za-z]/;
/** Any figure, and a place that nothing may be shared across. */
const FIGURE = 0x23;
const BREAK = 0;

/** The characters that count, with their section and their place in its plain text. */
interface Letters {
  readonly codes: Uint16Array;
  readonly at: Uint32Array;
  readonly sections: readonly { readonly key: SectionKey; readonly from: number }[];
}

function lettersOf(texts: Sections): Letters {
  const codes: number[] = [];
  const at: number[] = [];
  const sections: { key: SectionKey; from: number }[] = [];
  const put = (code: number, place: number): void => {
    codes.push(code);
    at.push(place);
  };
  for (const key of COMPARED) {
    const { text } = passageOf(texts, key);
    sections.push({ key, from: codes.length });
    let from = 0;
    for (const { 0: found, index } of text.matchAll(BOILERPLATE)) {
      lettersIn(text, { from, to: index }, put);
      put(BREAK, index);
      from = index + found.length;
    }
    lettersIn(text, { from, to: text.length }, put);
    put(BREAK, text.length);
  }
  return { codes: Uint16Array.from(codes), at: Uint32Array.from(at), sections };
}

function lettersIn(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  put: (code: number, place: number) => void,
): void {
  let inFigure = false;
  for (let i = from; i < to; i++) {
    const character = text[i] ?? "";
    const isDigit = character >= "0" && character <= "9";
    if (isDigit && !inFigure) put(FIGURE, i);
    else if (LETTER.test(character)) put(text.charCodeAt(i), i);
    inFigure = isDigit || (inFigure && (character === "." || character === ","));
  }
}

interface Print {
  readonly hash: number;
  /** Where its run of characters begins, among the letters. */
  readonly start: number;
}

const BASE = 0x01000193;
const LEADING = power(BASE, GRAM - 1);

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

/** The hash's high bits depend on all characters, the low ones on few: mixed, for the least of them is chosen. */
function mixed(hash: number): number {
  const a = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (a ^ (a >>> 15)) >>> 0;
}

function printsOf({ codes }: Letters): readonly Print[] {
  const prints: Print[] = [];
  const window: Print[] = [];
  let [hash, length, last] = [0, 0, -1];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? BREAK;
    if (code === BREAK) {
      [hash, length, window.length] = [0, 0, 0];
      continue;
    }
    if (length >= GRAM) hash = hash - Math.imul(codes[i - GRAM] ?? 0, LEADING);
    else length++;
    hash = (Math.imul(hash, BASE) + code) | 0;
    if (length < GRAM) continue;
    const print = { hash: mixed(hash), start: i - GRAM + 1 };
    while ((window.at(-1)?.hash ?? -1) >= print.hash) window.pop();
    window.push(print);
    if ((window[0]?.start ?? 0) <= print.start - WINDOW) window.shift();
    const least = window[0] ?? print;
    if (least.start === last) continue;
    last = least.start;
    prints.push(least);
  }
  return prints;
}

/** The prints of a report's texts, each once, ascending: what is kept with each version. */
export const fingerprintsOf = (texts: Sections): Uint32Array =>
  Uint32Array.from(new Set(printsOf(lettersOf(texts)).map(({ hash }) => hash))).sort();

/** How much of a text stands in another too: 0 to 1. Of a short text nothing is said: 0. */
export function shareIn(own: Uint32Array, other: Uint32Array): number {
  if (own.length < FEWEST_PRINTS) return 0;
  let [shared, i, j] = [0, 0, 0];
  while (i < own.length && j < other.length) {
    const [a, b] = [own[i] ?? 0, other[j] ?? 0];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared / own.length;
}

/** The longest stretch of a text whose prints all stand in another's; null if they share none. */
export function likestStretch(own: Sections, other: Uint32Array): Excerpt | null {
  const [letters, theirs] = [lettersOf(own), new Set(other)];
  let longest: { start: number; end: number } | null = null;
  let current: { start: number; end: number } | null = null;
  for (const { hash, start } of printsOf(letters)) {
    const end = start + GRAM;
    if (!theirs.has(hash)) current = null;
    else if (current && start < current.end + WINDOW) current.end = end;
    else current = { start, end };
    if (current && (!longest || current.end - current.start > longest.end - longest.start)) longest = current;
  }
  return longest && excerptOf(own, letters, longest.start, longest.end - longest.start);
}

/** Prints as bytes, four each, and back; the same on every machine. */
export function packPrints(prints: Uint32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(prints.length * 4));
  prints.forEach((print, i) => bytes.setUint32(i * 4, print, true));
  return new Uint8Array(bytes.buffer);
}

export function unpackPrints(packed: Uint8Array): Uint32Array {
  const bytes = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Uint32Array.from({ length: packed.byteLength / 4 }, (_, i) => bytes.getUint32(i * 4, true));
}

/** A passage that two reports share, as each has it. */
export interface SharedPassage {
  readonly own: Excerpt;
  readonly other: Excerpt;
  /** Characters that are the same, figures and marks not counted. */
  readonly length: number;
}

/** Passages to look up at one print: a text may repeat itself. */
const CANDIDATES = 4;

/** The passages of a text that stand in another too, in its order. */
export function sharedPassages(own: Sections, other: Sections): readonly SharedPassage[] {
  const [mine, theirs] = [lettersOf(own), lettersOf(other)];
  const places = new Map<number, number[]>();
  for (const { hash, start } of printsOf(theirs)) {
    const known = places.get(hash);
    if (!known) places.set(hash, [start]);
    else if (known.length < CANDIDATES) known.push(start);
  }
  const found: SharedPassage[] = [];
  let covered = 0;
  for (const { hash, start } of printsOf(mine)) {
    if (start < covered) continue;
    const longest = (places.get(hash) ?? [])
      .map((place) => stretch(mine.codes, theirs.codes, { start, place, covered }))
      .reduce<Stretch | null>((a, b) => (a && a.length >= b.length ? a : b), null);
    if (!longest || longest.length < SHORTEST) continue;
    covered = longest.start + longest.length;
    found.push({
      own: excerptOf(own, mine, longest.start, longest.length),
      other: excerptOf(other, theirs, longest.place, longest.length),
      length: longest.length,
    });
  }
  return found;
}

interface Stretch {
  readonly start: number;
  readonly place: number;
  readonly length: number;
}

/** As far to the left and to the right as both go on alike. */
function stretch(
  mine: Uint16Array,
  theirs: Uint16Array,
  { start, place, covered }: { readonly start: number; readonly place: number; readonly covered: number },
): Stretch {
  const same = (i: number, j: number): boolean => mine[i] !== BREAK && mine[i] === theirs[j];
  let before = 0;
  while (start - before > covered && place - before > 0 && same(start - before - 1, place - before - 1))
    before++;
  let after = 0;
  while (start + after < mine.length && same(start + after, place + after)) after++;
  return { start: start - before, place: place - before, length: before + after };
}

function excerptOf(texts: Sections, { at, sections }: Letters, start: number, length: number): Excerpt {
  const section = sections.filter(({ from }) => from <= start).at(-1)?.key ?? "OVERVIEW";
  const last = at[start + length - 1] ?? 0;
  return passageOf(texts, section).excerpt(at[start] ?? 0, last + 1);
}
