import type { SectionKey } from "../forms/index.js";
import { readNumber, YEAR_NUMBER } from "./numerals.js";
import { passageOf, type Passage, type Span } from "./passage.js";
import type { CheckInput, Excerpt } from "./rule.js";
import type { Wording } from "./stated-figures.data.js";

/** A figure that a text states, and where. */
export interface StatedFigure {
  readonly key: string;
  readonly value: number;
  /** 1.9万 is any number that rounds to it: it says nothing below its last digit. */
  readonly step: number;
  readonly excerpt: Excerpt;
  /** Where its sentence begins: figures of one sentence belong together. */
  readonly sentence: number;
}

/** Does the text state this number? */
export const states = ({ value, step }: Pick<StatedFigure, "value" | "step">, counted: number): boolean =>
  step === 1 ? value === counted : Math.abs(value - counted) < step;

const SENTENCE_END = /[。\n]/g;
const CLAUSE_END = /[。;\n(]/g;
const PHRASE_END = /[,。;:\n(]/g;
const ANOTHER_TIME = /上年|去年|上一年|同期|前年|半年|季度|以来/g;
const YEAR = new RegExp(`(?<!\\d)${YEAR_NUMBER}年`, "g");

type Texts = Pick<CheckInput, "sections" | "year">;

/**
 * The figures of the report's year that a section states. One that it states twice and differently is left out: which
 * of them is meant cannot be told, and a finding must not be a guess.
 */
export const statedFigures = (
  texts: Texts,
  section: SectionKey,
  wordings: readonly Wording[],
): StatedFigure[] =>
  wordings.flatMap((wording) => {
    const found = everyStated(texts, section, wording);
    return new Set(found.map(({ value }) => value)).size > 1 ? [] : found.slice(0, 1);
  });

/** Each time that a section states a figure of the report's year. */
export function everyStated(
  { sections, year }: Texts,
  section: SectionKey,
  { key, patterns, unless }: Wording,
): StatedFigure[] {
  const passage = passageOf(sections, section);
  return patterns
    .flatMap((pattern) => [...passage.text.matchAll(pattern)])
    .map((match) => ({ match, start: match.index, end: match.index + match[0].length }))
    .filter((found) => isOfYear(passage, found, year) && !(unless && isAnother(passage, found, unless)))
    .flatMap(({ match: { groups }, start, end }) => {
      const number = readNumber(groups?.n ?? "");
      if (!number) return [];
      const sentence = passage.startOfPart(start, SENTENCE_END);
      return [{ key: groups?.key ?? key, ...number, excerpt: passage.excerpt(start, end), sentence }];
    });
}

/** The last year that the clause names is the report's; naming none it means that year, too. */
function isOfYear(passage: Passage, { end }: Span, year: number): boolean {
  const start = passage.startOfPart(end, CLAUSE_END);
  if (passage.has(ANOTHER_TIME, start, end)) return false;
  const named = passage.occurrences(YEAR).lastWithin(start, end);
  return named === null || readNumber(passage.text.slice(named.start, named.end - 1))?.value === year;
}

/** Does the phrase before it name one thing alone, whose figure this is? */
function isAnother(
  passage: Passage,
  { start: end }: Span,
  { names, except }: NonNullable<Wording["unless"]>,
): boolean {
  const start = passage.startOfPart(end, PHRASE_END);
  return passage.has(names, start, end) && !passage.has(except, start, end);
}
