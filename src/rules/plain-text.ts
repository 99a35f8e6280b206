import { unified } from "../kernel/fold.js";
import type { SectionKey } from "../forms/index.js";
import type { Excerpt } from "./rule.js";

/** A text made comparable, with the way back: `at[i]` is where character i began in the original. */
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
  let offset = 0;
  for (const character of original) {
    for (const unit of character === "\n" ? "\n" : unified(character).replace(/[\s\p{DI}]/gu, "")) {
      text += unit;
      for (let i = 0; i < unit.length; i++) at.push(offset);
    }
    offset += character.length;
  }
  at.push(original.length);
  return { text, at };
}

/** The stretch of the original that plain characters `start` to `end` came from. */
export function excerptOf(
  section: SectionKey,
  original: string,
  { at }: PlainText,
  start: number,
  end: number,
): Excerpt {
  const from = at[start] ?? 0;
  const to = at[end] ?? original.length;
  const found = original.slice(from, to).trimEnd();
  return { section, start: from, end: from + found.length, text: found };
}

/** Characters as a person counts them. */
export const lengthOf = (text: string): number => [...text].length;
