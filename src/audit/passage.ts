import { unified } from "../kernel/fold.js";
import type { SectionKey } from "../forms/index.js";

/** A stretch of a section's body in UTF-16 offsets. */
export interface Excerpt {
  readonly section: SectionKey;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Other words for a stretch of a section's body; `text` is what should stand there. */
export type Replacement = Excerpt;

/** The texts of a report, as they were typed. */
export type Sections = Readonly<Partial<Record<SectionKey, string>>>;

/** A normalized text with its offsets: `at[i]` is the position of character i in the original. */
export interface PlainText {
  readonly text: string;
  readonly at: readonly number[];
}

/**
 * NFKC, character by character so that offsets survive: full-width digits, ～ and the compatibility radicals that
 * PDF copies are full of become plain. Blanks inside a line go, for "2023 年 1 月" is 2023年1月; line ends stay.
 */
export function plain(original: string): PlainText {
  let text = "";
  const at: number[] = [];
  let from = 0;
  const copyTo = (to: number): void => {
    text += original.slice(from, to);
    for (let i = from; i < to; i++) at.push(i);
  };
  for (const { 0: character, index } of original.matchAll(UNUSUAL)) {
    copyTo(index);
    from = index + character.length;
    const units = folded(character);
    text += units;
    for (let i = 0; i < units.length; i++) at.push(index);
  }
  copyTo(original.length);
  at.push(original.length);
  return { text, at };
}

// Ideographs and 。、《》〔〕“” stand for themselves, and are nearly all there is.
const UNUSUAL = /[^\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u3014\u3015\u201c\u201d!-~\n]/gu;

const folded = (character: string): string => unified(character).replace(/[\s\p{DI}]/gu, "");

/** Characters as a person counts them. */
export const lengthOf = (text: string): number => [...text].length;

/** A stretch of a plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Occurrences of a pattern in a text. Found in one pass; queries use binary search. */
export class Occurrences {
  readonly #spans: readonly Span[];

  constructor(text: string, pattern: RegExp) {
    this.#spans = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
  }

  /** The last occurrence between two offsets. */
  lastWithin(from: number, to: number): Span | null {
    const last = this.#spans[this.#countWhile(({ end }) => end <= to) - 1];
    return last && last.start >= from ? last : null;
  }

  /** The first occurrence at or after an offset. */
  firstFrom(from: number): Span | null {
    return this.#spans[this.#countWhile(({ start }) => start < from)] ?? null;
  }

  #countWhile(holds: (span: Span) => boolean): number {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const span = this.#spans[middle];
      if (span && holds(span)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * A section's text for the rules. It is normalized once, and each pattern is searched once, however many figures the
 * text states: splitting the text again at each match would take quadratic time.
 */
export class Passage {
  readonly #plain: PlainText;
  readonly #known = new Map<RegExp, Occurrences>();

  constructor(
    private readonly section: SectionKey,
    private readonly original: string,
  ) {
    this.#plain = plain(original);
  }

  get text(): string {
    return this.#plain.text;
  }

  /** `pattern` is a global constant; results are cached by its identity. */
  occurrences(pattern: RegExp): Occurrences {
    const found = this.#known.get(pattern) ?? new Occurrences(this.text, pattern);
    this.#known.set(pattern, found);
    return found;
  }

  /** Start of the part of the text that ends at `end`: after the last mark before it. */
  startOfPart(end: number, marks: RegExp): number {
    return this.occurrences(marks).lastWithin(0, end)?.end ?? 0;
  }

  /** End of the part of the text that begins at `start`: before the next mark. */
  endOfPart(start: number, marks: RegExp): number {
    return this.occurrences(marks).firstFrom(start)?.start ?? this.text.length;
  }

  has(pattern: RegExp, from: number, to: number): boolean {
    return this.occurrences(pattern).lastWithin(from, to) !== null;
  }

  /** The part of the original that plain characters `start` to `end` came from. */
  excerpt(start: number, end: number): Excerpt {
    const { at } = this.#plain;
    const from = at[start] ?? 0;
    const to = at[end] ?? this.original.length;
    const found = this.original.slice(from, to).trimEnd();
    return { section: this.section, start: from, end: from + found.length, text: found };
  }

  /** Other words for plain characters `start` to `end`. */
  replacement(start: number, end: number, text: string): Replacement {
    return { ...this.excerpt(start, end), text };
  }
}

const passages = new WeakMap<Sections, Map<SectionKey, Passage>>();

/** One passage a section, for all rules of a check. */
export function passageOf(sections: Sections, key: SectionKey): Passage {
  const known = passages.get(sections) ?? new Map<SectionKey, Passage>();
  passages.set(sections, known);
  const passage = known.get(key) ?? new Passage(key, sections[key] ?? "");
  known.set(key, passage);
  return passage;
}
