import type { Call } from "../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import { text } from "../../kernel/text.js";
import { allOf, raw, sql, type Session, type Sql } from "../../platform/db/index.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import {
  type Answer,
  groupedInTurns,
  type Axis,
  type Grouped,
  type Tallied,
  countOf,
  statisticsAnswer,
} from "../answer/index.js";
import type { Key, Column, Known, LedgerDataSet, Need } from "../../records/index.js";
import { knownTo } from "./known-units.js";
import { talliedRows, talliedValues, type GroupedRows } from "./ledger-rows.read-model.js";
import { ledgerUnits, type LedgerUnits } from "./ledger-units.js";
import { notesOf } from "./notes.js";
import { KIND_PART, partsOf, UNIT_PART, type Part } from "./parts.js";
import { type CellOf, publicRecords, publishedOf } from "./published.js";
import { protectionFor } from "./protection.js";
import { timesOf, withTimesOfNothing } from "./times.js";
import { readQuery, type StatisticsInput, type StatisticsQuery } from "./statistics-query.js";

/** Answers one question about one ledger: a few grouped statements, whatever the number of units and rows. */
export async function ledgerStatistics<
  Dimension extends string,
  Field extends string,
  Where extends object,
  Basis extends string,
>(
  { session, viewer, now }: Pick<Call, "session" | "viewer" | "now">,
  dataSet: LedgerDataSet<Dimension, Field, Where, Basis>,
  input: StatisticsInput<Dimension, Field, Where, Basis>,
  cellOf: CellOf,
): Promise<Answer> {
  const query = readQuery(dataSet, input);
  const units = await ledgerUnits(session, viewer, query.scope);
  const protection = await protectionFor(session, viewer, dataSet.ofPeople, units);
  const from = { units, rounded: protection.kind === "ROUNDED", today: dateInShanghai(now), cellOf };
  const found = await groupsOf(session, dataSet, query, from);
  const groups = withTimesOfNothing(found, timesOf(query, now));
  refuseTooMany(groups);
  return statisticsAnswer({
    grouped: groups,
    filters: query.filters,
    measures: query.measures,
    counted: dataSet.counted,
    arrangement: query.arrangement,
    totals: query.totals,
    protection,
    coverage: {
      units: units.count,
      asOf: now.toISOString(),
      notes: notesOf(query, groups, units.count, now),
    },
  });
}

interface From {
  readonly units: LedgerUnits;
  readonly rounded: boolean;
  readonly today: CalendarDate;
  readonly cellOf: CellOf;
}

async function groupsOf<Dimension extends string, Where extends object>(
  session: Session,
  dataSet: LedgerDataSet<Dimension, string, Where>,
  query: StatisticsQuery<Dimension, Where>,
  { units, rounded, today, cellOf }: From,
): Promise<Grouped> {
  const dimensions = query.dimensions.map((name) => ({ name, ...dataSet.dimensions[name] }));
  const published = rounded ? publishedOf(dataSet, query, units) : null;
  const parts = rounded ? partsByFilter(dataSet, query, units) : [];
  const rows = rowsOf(dataSet, { ...query, today }, units, [
    ...dimensions.flatMap(({ columns }) => columns(query.date)),
    ...parts.flat().flatMap(({ columns }) => columns),
    ...(published?.columns ?? []),
  ]);
  const keyed = { ...rows, keyed: rounded };
  const counted = await talliedRows(session, keyed);
  const measured = new Map<string, Awaited<ReturnType<typeof talliedValues>>>();
  for (const field of query.fields) measured.set(field.key, await talliedValues(session, keyed, field));
  const needs = new Set(dimensions.flatMap(({ needs }): Need[] => (needs ? [needs] : [])));
  if (rounded && units.several === "kinds") needs.add("units");
  const known = await knownTo(session, units, needs);
  const axes = dimensions.map(({ name, label, keys, yearBefore }): Axis => ({
    dimension: name,
    label,
    keysOf: keys(known),
    ...(yearBefore && { yearBefore }),
  }));
  const isPublic = published && (await publicRecords(session, { ...published, cellOf }, counted, units));
  const part = inParts(parts, known, (record, filter) =>
    Boolean(published?.tells[filter] && isPublic?.(record)),
  );
  const groups = await groupedInTurns(axes, query.filters, counted.map(part), measured);
  return rounded ? withoutWhatIsNotTold(groups) : groups;
}

/** For each filter, the list of values whose parts are protected one by one. */
function partsByFilter<Dimension extends string, Where extends object>(
  dataSet: LedgerDataSet<Dimension, string, Where>,
  { where, filters, date }: StatisticsQuery<Dimension, Where>,
  { several }: LedgerUnits,
): Part[][] {
  const ofAll = [
    ...(several === null ? [] : [several === "units" ? UNIT_PART : KIND_PART]),
    ...partsOf(dataSet, where, date),
  ];
  return filters.map((filter) => [...ofAll, ...partsOf(dataSet, filter.where, date)]);
}

const inParts =
  (
    parts: readonly (readonly Part[])[],
    known: Known,
    isPublic: (record: Tallied, filter: number) => boolean,
  ) =>
  (tallied: Tallied): Tallied => {
    const { noise, columns } = tallied;
    if (!noise) return tallied;
    const part = (filter: number): string | null =>
      isPublic(tallied, filter)
        ? null
        : JSON.stringify(parts[filter]?.map(({ key }) => key(known)(columns)) ?? []);
    return { ...tallied, noise: { ...noise, part } };
  };

/** A row with 0 would reveal that its true count is not 0, so such rows are left out. */
const withoutWhatIsNotTold = (found: Grouped): Grouped => ({
  ...found,
  groups: found.groups.filter((group) => found.axes.length === 0 || countOf(group, 0).value > 0),
});

function rowsOf<Dimension extends string, Where extends object>(
  { table, counts, conditions, fields }: LedgerDataSet<Dimension, string, Where>,
  { date, where, filters, today }: StatisticsQuery<Dimension, Where> & { readonly today: CalendarDate },
  units: LedgerUnits,
  columns: readonly Column[],
): Omit<GroupedRows, "keyed"> {
  const hasField = (field: string | null): Sql[] =>
    (field === null ? [] : (fields[field]?.columns ?? [])).map((column) => sql`${column.sql} is not null`);
  return {
    table,
    columns,
    where: allOf([units.condition, counts, sql`${raw(date)} is not null`, ...conditions(where, date, today)]),
    filters: filters
      .slice(1)
      .map((filter) =>
        allOf([...(filter.where ? conditions(filter.where, date, today) : []), ...hasField(filter.field)]),
      ),
  };
}

const MOST_GROUPS = 10_000;

/** Dimensions of place form one side of the table, those of time another, however many there are. */
const SIDES: Readonly<Record<string, string>> = {
  UNIT: "where",
  DISTRICT: "where",
  CITY: "where",
  PROVINCE: "where",
  UNIT_KIND: "where",
  YEAR: "when",
  QUARTER: "when",
  MONTH: "when",
};

/** Refuses tables too large to read; the message names the sides, so that one of them can be made shorter. */
export function refuseTooMany({ axes, groups }: Grouped): void {
  const sides = new Map<string, number[]>();
  axes.forEach(({ dimension }, i) => {
    const side = SIDES[dimension] ?? dimension;
    sides.set(side, [...(sides.get(side) ?? []), i]);
  });
  const lengths = [...sides.values()].map((at) => ({
    name: at.map((i) => axes[i]?.dimension).join("+"),
    length: new Set(groups.map(({ keys }) => keysAt(keys, at))).size,
  }));
  const size = lengths.reduce((product, { length }) => product * length, 1);
  if (size <= MOST_GROUPS) return;
  const told = lengths.map(({ name, length }) => `${name} ${length}`).join(" × ");
  throw new TooComplex(
    text(
      `分组过多：${told} = ${size}，最多 ${MOST_GROUPS}，请缩小范围或减少维度`,
      `Too many groups: ${told} = ${size}, at most ${MOST_GROUPS}: ask for less, or by fewer dimensions`,
    ),
    { limit: MOST_GROUPS },
  );
}

const keysAt = (keys: readonly Key[], at: readonly number[]): string =>
  JSON.stringify(at.map((i) => keys[i]?.key ?? null));
