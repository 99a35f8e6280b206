import { t } from "../../texts";
import { OUTCOMES, sumOf } from "../outcomes";
import { columnAt, type Figures, type Filing, isOpen, percent, RECEIVED } from "../queries";

export const REVIEWS = "remedies.review.total";
export const SUITS = "remedies.litigation.total";

/** Everything that the brief is made of, in one comparison. */
export const BRIEF_INDICATORS = [
  RECEIVED,
  "requests.carriedIn.total",
  "requests.total.total",
  "requests.carriedOut.total",
  ...OUTCOMES,
  REVIEWS,
  "remedies.review.corrected",
  SUITS,
  "remedies.litigation.corrected",
];

/** A ranking by the share disclosed, as the API computes it. */
export interface Ranked {
  readonly minimumBase: number;
  readonly ranked: number;
  readonly rows: readonly {
    readonly unit: { readonly shortName: string };
    readonly value: number | null;
    readonly rank: number | null;
  }[];
}

export interface BriefFacts {
  readonly year: number;
  readonly filings: readonly Filing[];
  readonly figures: Figures;
  readonly ranked: Ranked;
}

const NUMBER = new Intl.NumberFormat("zh-CN");
const said = t.brief.sentence;
const MOST_NAMES = 6;

function named(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMES).join("、");
  return names.length > MOST_NAMES ? `${told}……` : told;
}

const share = (part: number, whole: number): string => (whole === 0 ? "–" : percent(part / whole));

/** Ten sentences for whoever has a minute: the same figures always make the same words. */
export const sentencesOf = (facts: BriefFacts): string[] => [
  ...filingSentences(facts),
  ...requestSentences(facts),
  ...rankSentences(facts),
];

function filingSentences({ filings }: BriefFacts): string[] {
  const filed = filings.filter((one) => !isOpen(one)).length;
  const late = filings.filter(({ onTime }) => onTime === false).map(({ unit }) => unit.shortName);
  const faulty = filings.filter(({ openErrors }) => openErrors > 0);
  const errors = faulty.reduce((sum, { openErrors }) => sum + openErrors, 0);
  return [
    said.filed(filings.length, filed, share(filed, filings.length)),
    said.late(late.length, named(late)),
    said.errors(errors, faulty.length),
  ];
}

/** Sums over all units by indicator and year. */
const sums = (figures: Figures) => (code: string, year: number) => {
  const at = columnAt(figures, code, year);
  return at < 0 ? 0 : sumOf(figures, at);
};

/** How many more or fewer than the year before, of the units that have both years. */
export function changeOf(figures: Figures, year: number): string {
  const [now, before] = [columnAt(figures, RECEIVED, year), columnAt(figures, RECEIVED, year - 1)];
  const both = figures.rows.filter(({ values }) => values[now] != null && values[before] != null);
  if (both.length === 0) return said.noBefore;
  const was = both.reduce((sum, { values }) => sum + values[before]!, 0);
  const more = both.reduce((sum, { values }) => sum + values[now]!, 0) - was;
  if (more === 0) return said.same;
  const count = NUMBER.format(Math.abs(more));
  const ratio = was === 0 ? "" : `${more > 0 ? "+" : "−"}${percent(Math.abs(more) / was)}`;
  return said.change(more > 0 ? said.more(count) : said.fewer(count), ratio);
}

function requestSentences({ figures, year }: BriefFacts): string[] {
  const sum = sums(figures);
  const of = (code: string) => NUMBER.format(sum(code, year));
  const at = columnAt(figures, RECEIVED, year);
  const most = [...figures.rows]
    .sort((one, other) => (other.values[at] ?? 0) - (one.values[at] ?? 0))
    .slice(0, 3);
  const mostTotal = most.reduce((total, { values }) => total + (values[at] ?? 0), 0);
  const ended = OUTCOMES.reduce((total, code) => total + sum(code, year), 0);
  const [granted = "", partial = "", denied = ""] = OUTCOMES;
  const carried = sum("requests.carriedOut.total", year);
  const due = sum(RECEIVED, year) + sum("requests.carriedIn.total", year);
  return [
    said.received(year, of(RECEIVED), changeOf(figures, year)),
    said.concentrated(named(most.map(({ unit }) => unit.shortName)), share(mostTotal, sum(RECEIVED, year))),
    said.outcomes(
      NUMBER.format(ended),
      share(sum(granted, year) + sum(partial, year), ended),
      share(sum(denied, year), ended),
    ),
    said.carried(NUMBER.format(carried), share(carried, due)),
    said.remedies(
      of(REVIEWS),
      of("remedies.review.corrected"),
      of(SUITS),
      of("remedies.litigation.corrected"),
    ),
  ];
}

/** Highest and lowest by the fair ranking: who has too few requests is in neither. */
function rankSentences({ ranked: { rows, ranked, minimumBase } }: BriefFacts): string[] {
  const inOrder = rows.filter(({ rank }) => rank !== null);
  const ends = (list: typeof inOrder) =>
    named(list.map(({ unit, value }) => `${unit.shortName}（${percent(value ?? 0)}）`));
  if (inOrder.length < 2) return [said.unranked];
  return [
    said.best(ends(inOrder.slice(0, 3)), minimumBase, ranked),
    said.worst(ends([...inOrder].reverse().slice(0, 3))),
  ];
}
