import { isExact } from "./interval.js";
import { passageOf, type Excerpt, type Sections } from "./passage.js";
import { nameHash } from "./remark.js";
import { readSection, type Statement } from "./statements.js";

/** Figures below this are in too many reports to tell anything. */
const LEAST = 10;
const RUN = 3;
/** Three small figures (44, 11, 10) meet by chance in the reports of fifty units. */
const LEAST_PRODUCT = 20_000;

/** Figures of a text that follow each other: 75, 24, 36. */
export interface FigureRun {
  readonly hash: number;
  readonly values: readonly number[];
  readonly excerpt: Excerpt;
}

/** All runs of three telling figures within a line of 总体情况. A run of one figure over and over tells nothing. */
export function figureRunsOf(texts: Sections, year: number): readonly FigureRun[] {
  const passage = passageOf(texts, "OVERVIEW");
  const telling = readSection("OVERVIEW", passage, year).statements.filter(isTelling);
  return telling.flatMap((first, i) => {
    const run = telling.slice(i, i + RUN);
    const last = run.at(-1);
    const values = run.map(({ value }) => value);
    const product = values.reduce((a, b) => a * b, 1);
    if (!last || new Set(values).size < RUN || product < LEAST_PRODUCT) return [];
    if (last.context.line !== first.context.line) return [];
    const hash = parseInt(nameHash(values.join("/")).slice(0, 8), 16);
    return [{ hash, values, excerpt: passage.excerpt(first.start, last.end) }];
  });
}

const isTelling = ({ value, range, measure, vague }: Statement): boolean =>
  !vague && isExact(range) && value >= LEAST && measure !== "" && !/[号页元天]|工作日/.test(measure);

/** The hashes of a text's runs, each once, ascending: what is kept with each version. */
export const figurePrintsOf = (texts: Sections, year: number): Uint32Array =>
  Uint32Array.from(new Set(figureRunsOf(texts, year).map(({ hash }) => hash))).sort();

/** Where both have the same figures in a row; runs that overlap are one. */
export function sharedFigures(own: readonly FigureRun[], other: Uint32Array): readonly FigureRun[] {
  const theirs = new Set(other);
  const found: FigureRun[] = [];
  let before: FigureRun | null = null;
  for (const run of own) {
    if (!theirs.has(run.hash)) continue;
    const last = found.at(-1);
    if (last && before && run.excerpt.start < before.excerpt.end)
      found[found.length - 1] = { ...last, values: [...last.values, ...run.values.slice(-1)] };
    else found.push(run);
    before = run;
  }
  return found;
}
