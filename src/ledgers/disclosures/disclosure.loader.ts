import DataLoader from "dataloader";
import { stepsLoader } from "../../history/index.js";
import { inOrderOf, type LoaderFactory, type Loaders } from "../../platform/loaders/index.js";
import { listLoader } from "../../records/index.js";
import { DISCLOSURES, type DisclosureRow } from "./disclosure.entity.js";
import { disclosureListing, type DisclosureConditions, type ListedDisclosure } from "./disclosure.listing.js";

export const disclosureById: LoaderFactory<string, DisclosureRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(DISCLOSURES).find({ id: ids })), (row) => row.id),
  );

export const disclosureList = listLoader<DisclosureConditions, ListedDisclosure>(disclosureListing);

export const eventsOfDisclosure = stepsLoader("Disclosure");

/** As a mutation left them: an earlier one of the same request may have loaded them before. */
export async function freshDisclosures(loaders: Loaders, ids: readonly string[]): Promise<DisclosureRow[]> {
  for (const id of ids) {
    loaders.of(disclosureById).clear(id);
    loaders.of(eventsOfDisclosure).clear(id);
  }
  const rows = await Promise.all(ids.map((id) => loaders.of(disclosureById).load(id)));
  return rows.flatMap((row) => (row ? [row] : []));
}
