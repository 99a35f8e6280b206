import type { SectionKey } from "../catalog/index.js";
import { excerptOf, plain } from "./plain-text.js";
import type { CheckInput, Excerpt } from "./rule.js";
import type { Wording } from "./stated-figures.data.js";

/** A figure that a text states, and where. */
export interface StatedFigure {
  readonly key: string;
  readonly value: number;
  readonly excerpt: Excerpt;
}

const CLAUSE_END = /[。;\n(]/;
const PHRASE_END = /[,。;:\n(]/;
const ANOTHER_TIME = /上年|去年|上一年|同期/;

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
  const original = sections[section] ?? "";
  const text = plain(original);
  return patterns
    .flatMap((pattern) => [...text.text.matchAll(pattern)])
    .filter((match) => isOfYear(text.text.slice(0, match.index + match[0].length), year))
    .filter((match) => !unless?.test(text.text.slice(0, match.index).split(PHRASE_END).at(-1) ?? ""))
    .map((match) => ({
      key: match.groups?.key ?? key,
      value: Number(match.groups?.n),
      excerpt: excerptOf(section, original, text, match.index, match.index + match[0].length),
    }));
}

/** The last year that the clause names is the report's; naming none it means that year, too. */
function isOfYear(upToEnd: string, year: number): boolean {
  const clause = upToEnd.split(CLAUSE_END).at(-1) ?? "";
  const named = [...clause.matchAll(/(?<!\d)(\d{4})年/g)].at(-1)?.[1];
  return !ANOTHER_TIME.test(clause) && (named === undefined || Number(named) === year);
}
