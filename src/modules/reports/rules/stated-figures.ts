import type { SectionKey } from "../catalog/index.js";
import { passageOf, type Passage, type Span } from "./passage.js";
import type { CheckInput, Excerpt } from "./rule.js";
import type { Wording } from "./stated-figures.data.js";

/** A figure that a text states, and where. */
export interface StatedFigure {
  readonly key: string;
  readonly value: number;
  readonly excerpt: Excerpt;
}

const CLAUSE_END = /[。;\n(]/g;
const PHRASE_END = /[,。;:\n(]/g;
const ANOTHER_TIME = /上年|去年|上一年|同期/g;
const YEAR = /(?<!\d)\d{4}年/g;

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
    .map(({ match: { groups }, start, end }) => ({
      key: groups?.key ?? key,
      value: Number(groups?.n),
      excerpt: passage.excerpt(start, end),
    }));
}

/** The last year that the clause names is the report's; naming none it means that year, too. */
function isOfYear(passage: Passage, { end }: Span, year: number): boolean {
  const start = passage.startOfPart(end, CLAUSE_END);
  if (passage.has(ANOTHER_TIME, start, end)) return false;
  const named = passage.occurrences(YEAR).lastWithin(start, end);
  return named === null || Number(passage.text.slice(named.start, named.end - 1)) === year;
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
