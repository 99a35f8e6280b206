import { addMonths, dateInShanghai } from "../../kernel/calendar-date.js";
import { comparePlaces, identityOf, type Group, type Grouped } from "../answer/index.js";
import { type Key, COMMON_DIMENSIONS, type DateSpan, type Known } from "../../records/index.js";
import type { StatisticsQuery } from "./statistics-query.js";

type TimeDimension = "YEAR" | "QUARTER" | "MONTH";
const isTime = (dimension: string): dimension is TimeDimension =>
  dimension === "YEAR" || dimension === "QUARTER" || dimension === "MONTH";

const keyOf = (dimension: TimeDimension, month: string): Key[] => [
  ...COMMON_DIMENSIONS[dimension].keys({} as Known)({ year: month.slice(0, 4), month }),
];

/** The months that a query covers, from its years or a span of the date used for time; null if it limits neither. */
export function timesOf(
  { where, basis }: Pick<StatisticsQuery<string, object>, "where" | "basis">,
  now: Date,
): readonly string[] | null {
  const asked = where as Readonly<Record<string, unknown>>;
  const span = asked[basis.toLowerCase()] as DateSpan | null | undefined;
  const years = asked["years"] as readonly number[] | null | undefined;
  const today = dateInShanghai(now).slice(0, 7);
  const within = (month: string): boolean =>
    month <= today &&
    (!span?.from || month >= span.from.slice(0, 7)) &&
    (!span?.to || month <= span.to.slice(0, 7));
  if (years)
    return [...new Set(years)].flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`)).filter(within);
  return span?.from
    ? monthsBetween(span.from.slice(0, 7), span.to?.slice(0, 7) ?? today).filter(within)
    : null;
}

const MOST_MONTHS = 12 * 60;

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last && months.length < MOST_MONTHS;)
    month = addMonths(`${months[months.push(month) - 1]}-01`, 1).slice(0, 7);
  return months;
}

/**
 * Adds rows for times without records: from the first to the last requested or found, for each group of the other
 * dimensions. With two dimensions of time nothing is added.
 */
export function withTimesOfNothing(found: Grouped, asked: readonly string[] | null): Grouped {
  const [at = -1, second] = found.axes.flatMap(({ dimension }, i) => (isTime(dimension) ? [i] : []));
  const dimension = found.axes[at]?.dimension;
  if (dimension === undefined || second !== undefined || !isTime(dimension)) return found;
  const months =
    asked ??
    monthsOf(
      found.groups.map(({ keys }) => keys[at]?.key ?? ""),
      dimension,
    );
  const times = new Map(months.flatMap((month) => keyOf(dimension, month)).map((key) => [key.key, key]));
  const known = new Set(found.groups.map(({ keys }) => identityOf(keys.map(({ key }) => key))));
  const others = new Map(
    found.groups.map(({ keys }) => [identityOf(keys.map(({ key }, i) => (i === at ? "" : key))), keys]),
  );
  const lines = found.axes.length === 1 ? [[]] : [...others.values()];
  const added = lines.flatMap((keys) =>
    [...times.values()].map((time) => found.axes.map((_, i) => (i === at ? time : keys[i])) as Key[]),
  );
  const groups = added
    .filter((keys) => !known.has(identityOf(keys.map(({ key }) => key))))
    .map(nothingOf(found.total));
  return groups.length === 0 ? found : { ...found, groups: [...found.groups, ...groups].sort(byKeys) };
}

const LAST_MONTH: Readonly<Record<TimeDimension, (key: string) => string>> = {
  YEAR: (key) => `${key}-12`,
  QUARTER: (key) => `${key.slice(0, 4)}-${String(Number(key.at(-1)) * 3).padStart(2, "0")}`,
  MONTH: (key) => key,
};

function monthsOf(keys: readonly string[], dimension: TimeDimension): string[] {
  const months = keys.map(LAST_MONTH[dimension]).sort();
  return months.length === 0 ? [] : monthsBetween(months[0] ?? "", months.at(-1) ?? "");
}

const nothingOf =
  ({ counts, values }: Group) =>
  (keys: readonly Key[]): Group => ({
    ...{ keys, nothing: true, atoms: new Map(), counts: counts.map(() => 0) },
    values: new Map([...values.keys()].map((filter) => [filter, new Map()])),
    ...{ cells: new Map(), valueCells: new Map() },
  });

function byKeys(a: Group, b: Group): number {
  for (const [i, key] of a.keys.entries()) {
    const order = b.keys[i] ? comparePlaces(key, b.keys[i]) : 0;
    if (order !== 0) return order;
  }
  return 0;
}
