import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory, type Loaders } from "../../platform/loaders/index.js";
import { listLoader } from "../../records/index.js";
import {
  DISCLOSURE_EVENTS,
  DISCLOSURES,
  type DisclosureEventRow,
  type DisclosureRow,
} from "./disclosure.entity.js";
import { disclosureListing, type DisclosureConditions, type ListedDisclosure } from "./disclosure.listing.js";

export const disclosureById: LoaderFactory<string, DisclosureRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(DISCLOSURES).find({ id: ids })), (row) => row.id),
  );

export const disclosureList = listLoader<DisclosureConditions, ListedDisclosure>(disclosureListing);

export const eventsOfDisclosure: LoaderFactory<string, DisclosureEventRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const order = { revision: "ASC" } as const;
    const rows = await read((s) => s.rows(DISCLOSURE_EVENTS).find({ disclosureId: ids }, { orderBy: order }));
    return groupedBy(ids, rows, (event) => event.disclosureId);
  });

/** As a mutation left them: an earlier one of the same request may have loaded them before. */
export async function freshDisclosures(loaders: Loaders, ids: readonly string[]): Promise<DisclosureRow[]> {
  for (const id of ids) {
    loaders.of(disclosureById).clear(id);
    loaders.of(eventsOfDisclosure).clear(id);
  }
  const rows = await Promise.all(ids.map((id) => loaders.of(disclosureById).load(id)));
  return rows.flatMap((row) => (row ? [row] : []));
}
