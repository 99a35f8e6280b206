import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import { text } from "../../../kernel/text.js";
import { allOf, raw, sql, type Session, type Sql } from "../../../platform/db/index.js";
import { TooComplex } from "../../../platform/graphql/too-complex.js";
import { settingsOf } from "../../settings/index.js";
import type { Answer } from "../answer.js";
import { groupedInTurns, type Axis, type Grouped, type Key } from "../statistics/grouping.js";
import { statisticsAnswer } from "../statistics/statistics-answer.js";
import { knownTo } from "./known-units.js";
import type { LedgerDataSet, LedgerDimension, Need } from "./ledger-data-set.js";
import { talliedRows, talliedValues, type GroupedRows } from "./ledger-rows.read-model.js";
import { ledgerUnits, type LedgerUnits } from "./ledger-units.js";
import { readQuery, type StatisticsInput, type StatisticsQuery } from "./statistics-query.js";

/** One ledger's answer to one question: a few grouped statements, whatever the number of units and rows. */
export async function ledgerStatistics<
  Dimension extends string,
  Field extends string,
  Where extends object,
  Basis extends string,
>(
  session: Session,
  viewer: Viewer,
  dataSet: LedgerDataSet<Dimension, Field, Where, Basis>,
  input: StatisticsInput<Dimension, Field, Where, Basis>,
  now: Date,
): Promise<Answer> {
  const query = readQuery(dataSet, input);
  const units = await ledgerUnits(session, viewer, query.scope);
  const groups = await groupsOf(session, dataSet, query, units, dateInShanghai(now));
  refuseTooMany(groups);
  return statisticsAnswer({
    grouped: groups,
    filters: query.filters,
    measures: query.measures,
    counted: dataSet.counted,
    arrangement: query.arrangement,
    totals: query.totals,
    threshold: await thresholdFor(session, dataSet.ofPeople, units),
    coverage: { units: units.count, asOf: now.toISOString(), notes: [] },
  });
}

/** The law protects who applied from being made out by others; the unit and its district read the very requests. */
async function thresholdFor(
  session: Session,
  ofPeople: boolean,
  { insider, top }: LedgerUnits,
): Promise<number | null> {
  if (!ofPeople || insider) return null;
  return (await settingsOf(session))(top)["analytics.threshold"];
}

async function groupsOf<Dimension extends string, Where extends object>(
  session: Session,
  dataSet: LedgerDataSet<Dimension, string, Where>,
  query: StatisticsQuery<Dimension, Where>,
  units: LedgerUnits,
  today: CalendarDate,
): Promise<Grouped> {
  const dimensions = query.dimensions.map((name) => ({ name, ...dataSet.dimensions[name] }));
  const rows = rowsOf(dataSet, { ...query, today }, units, dimensions);
  const counted = await talliedRows(session, rows);
  const measured = new Map<string, Awaited<ReturnType<typeof talliedValues>>>();
  for (const field of query.fields) measured.set(field.key, await talliedValues(session, rows, field));
  const needs = new Set(dimensions.flatMap(({ needs }): Need[] => (needs ? [needs] : [])));
  const known = await knownTo(session, units, needs);
  const axes = dimensions.map(({ name, label, keys, yearBefore }): Axis => ({
    dimension: name,
    label,
    keysOf: keys(known),
    ...(yearBefore && { yearBefore }),
  }));
  return groupedInTurns(axes, query.filters, counted, measured);
}

function rowsOf<Dimension extends string, Where extends object>(
  { table, counts, conditions, fields }: LedgerDataSet<Dimension, string, Where>,
  { date, where, filters, today }: StatisticsQuery<Dimension, Where> & { readonly today: CalendarDate },
  units: LedgerUnits,
  dimensions: readonly LedgerDimension[],
): GroupedRows {
  const hasField = (field: string | null): Sql[] =>
    (field === null ? [] : (fields[field]?.columns ?? [])).map((column) => sql`${column.sql} is not null`);
  return {
    table,
    columns: dimensions.flatMap(({ columns }) => columns(date)),
    where: allOf([units.condition, counts, sql`${raw(date)} is not null`, ...conditions(where, date, today)]),
    filters: filters
      .slice(1)
      .map((filter) =>
        allOf([...(filter.where ? conditions(filter.where, date, today) : []), ...hasField(filter.field)]),
      ),
  };
}

const MOST_GROUPS = 10_000;

/** Where and when are one side of the table each, however many dimensions tell them. */
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

/** A table of 300 by 300 is for no reader: its sides are named, so that one of them can be made shorter. */
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
