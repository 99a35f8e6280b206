import DataLoader from "dataloader";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Language, Text } from "../kernel/text.js";
import type { Session } from "../platform/db/index.js";
import { groupedBy, type LoaderFactory } from "../platform/loaders/index.js";

/** Both days included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** One unit's ledgers over a period, as they stand today. */
export interface ActivityKey extends Period {
  readonly unit: { readonly id: string; readonly path: string };
  readonly today: CalendarDate;
}

/** Facts of one ledger by unit id: the units of one period are read together, whatever their number. */
export const activityLoader =
  <Facts>(
    factsOf: (
      session: Session,
      unitIds: readonly string[],
      period: Period,
      today: CalendarDate,
    ) => Promise<(unitId: string) => Facts>,
  ): LoaderFactory<ActivityKey, Facts> =>
  (_read, { longRead }) =>
    new DataLoader(
      async (keys) => {
        const periods = [...new Set(keys.map(periodOf))];
        const facts = new Map<string, (unitId: string) => Facts>();
        await longRead(async (session) => {
          for (const alike of groupedBy(periods, keys, periodOf)) {
            const [first] = alike;
            if (!first) continue;
            const ids = alike.map(({ unit }) => unit.id);
            facts.set(periodOf(first), await factsOf(session, ids, first, first.today));
          }
        });
        return keys.map((key) => facts.get(periodOf(key))?.(key.unit.id) ?? new Error("no such period"));
      },
      { cacheKeyFn: (key) => `${key.unit.id} ${periodOf(key)}` },
    );

const periodOf = ({ from, to, today }: ActivityKey): string => `${from} ${to} ${today}`;

interface Tallied {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Counts by the terms of a table, in its order, without zeros. */
export const talliesOf = <Term extends string>(
  terms: Readonly<Record<Term, Text>>,
  counts: ReadonlyMap<string, number>,
  language: Language,
): Tallied[] =>
  (Object.entries(terms) as [Term, Text][]).flatMap(([key, label]) => {
    const count = counts.get(key) ?? 0;
    return count === 0 ? [] : [{ key, label: label[language], count }];
  });

/** Adds up groups of rows by one of their values; those without one are left out. */
export function countedBy<Row extends { readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + row.count);
  }
  return counts;
}

/** Rows by unit, an empty list for a unit without rows; their order stays. */
export function byUnit<Row extends { readonly unitId: string }>(
  unitIds: readonly string[],
  rows: readonly Row[],
): (unitId: string) => readonly Row[] {
  const groups = groupedBy(unitIds, rows, ({ unitId }) => unitId);
  const byId = new Map(unitIds.map((id, i) => [id, groups[i] ?? []]));
  return (unitId) => byId.get(unitId) ?? [];
}
