import DataLoader from "dataloader";
import type { Session } from "../platform/db/index.js";
import { groupedBy, type LoaderFactory } from "../platform/loaders/index.js";
import { byUnit, feedMembers, type FeedMember, type LedgerFeed } from "../records/index.js";
import { fedParts, type FedParts } from "./fed-parts.js";
import { type Tally, talliesOf } from "./ledger-values.js";

/** One ledger of one unit in one year: all cells of a report that it feeds share it. */
export interface FeedKey {
  readonly feed: LedgerFeed;
  readonly unitId: string;
  readonly year: number;
}

export interface UnitYear {
  readonly unit: { readonly id: string; readonly path: string };
  readonly year: number;
}

type OfUnit<Row> = (unitId: string) => readonly Row[];

/** A statement a ledger and year, whatever the number of cells and of units. */
const feedLoader =
  <Row>(
    fetch: (
      session: Session,
      feed: LedgerFeed,
      unitIds: readonly string[],
      year: number,
    ) => Promise<OfUnit<Row>>,
  ): LoaderFactory<FeedKey, readonly Row[]> =>
  (read) =>
    new DataLoader(
      (keys) =>
        read(async (session) => {
          const found = new Map<string, OfUnit<Row>>();
          const groups = [...new Set(keys.map(groupText))];
          for (const alike of groupedBy(groups, keys, groupText)) {
            const [first] = alike;
            if (!first) continue;
            const unitIds = alike.map(({ unitId }) => unitId);
            found.set(groupText(first), await fetch(session, first.feed, unitIds, first.year));
          }
          return keys.map((key) => found.get(groupText(key))?.(key.unitId) ?? []);
        }),
      { cacheKeyFn: (key) => `${groupText(key)} ${key.unitId}` },
    );

const groupText = ({ feed, year }: FeedKey): string => `${feed.ledger} ${year}`;

/** What feeds the report of a unit and year. A statement a ledger and year, whatever the number of units. */
export const fedPartsOfUnit: LoaderFactory<UnitYear, FedParts> = (read) =>
  new DataLoader(
    (keys) =>
      read(async (session) => {
        const found = new Map<number, (unitId: string) => FedParts>();
        for (const year of new Set(keys.map((key) => key.year))) {
          const units = keys.filter((key) => key.year === year).map(({ unit }) => unit);
          found.set(year, await fedParts(session, units, year));
        }
        return keys.map(({ unit, year }) => found.get(year)?.(unit.id) ?? new Map());
      }),
    {
      cacheKeyFn: (({ unit, year }: UnitYear) => `${unit.id} ${year}`) as (
        key: UnitYear,
      ) => string & UnitYear,
    },
  );

export const talliesOfFeed: LoaderFactory<FeedKey, readonly Tally[]> = feedLoader(talliesOf);

export const membersOfFeed: LoaderFactory<FeedKey, readonly FeedMember[]> = feedLoader(
  async (session, feed, unitIds, year) =>
    byUnit(unitIds, await feedMembers(session, feed, { unitIds, year })),
);
