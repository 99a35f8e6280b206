import DataLoader from "dataloader";
import { atOrBelow, type Session } from "../platform/db/index.js";
import type { Found, Page } from "../platform/graphql/paging.js";
import { groupedBy, type LoaderFactory } from "../platform/loaders/index.js";
import { listBelow, listOfUnits, type Listed, type Listing } from "./list.read-model.js";

export interface ListKey<Filter> {
  readonly unit: { readonly id: string; readonly path: string };
  readonly filter: Filter;
  readonly subtree: boolean;
  readonly page: Page;
}

type Lists<Filter, Row> = Map<ListKey<Filter>, Found<Listed<Row>>>;

/** Lists of one ledger: those that differ in nothing but the unit are read together. */
export const listLoader =
  <Filter, Row>(listingOf: (filter: Filter) => Listing): LoaderFactory<ListKey<Filter>, Found<Listed<Row>>> =>
  (_read, { longRead }) =>
    new DataLoader(async (keys) => {
      const kinds = [...new Set(keys.map(queryKey))];
      const found = await longRead(async (session) => {
        const lists: Lists<Filter, Row> = new Map();
        for (const alike of groupedBy(kinds, keys, queryKey))
          await readAlike(session, alike, listingOf, lists);
        return lists;
      });
      return keys.map((key) => found.get(key) ?? { rows: [], totalCount: 0 });
    });

const queryKey = ({ filter, subtree, page }: ListKey<unknown>): string =>
  JSON.stringify([filter, subtree, page]);

async function readAlike<Filter, Row>(
  session: Session,
  keys: readonly ListKey<Filter>[],
  listingOf: (filter: Filter) => Listing,
  into: Lists<Filter, Row>,
): Promise<void> {
  const [first] = keys;
  if (!first) return;
  const listing = listingOf(first.filter);
  const unitIds = [...new Set(keys.map((key) => key.unit.id))];
  if (first.subtree && unitIds.length === 1) {
    // The common case, also for a whole district: an index finds the page without numbering every record.
    const found = await listBelow<Row>(session, listing, atOrBelow("u.path", first.unit.path), first.page);
    for (const key of keys) into.set(key, found);
    return;
  }
  const pages = await listOfUnits<Row>(session, listing, { unitIds, subtree: first.subtree }, first.page);
  for (const key of keys) into.set(key, pages.get(key.unit.id) ?? { rows: [], totalCount: 0 });
}
