import DataLoader from "dataloader";
import type { Session } from "../../platform/db/index.js";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { unitsNaming } from "./catalogue.read-model.js";
import { namesAlike } from "./category.js";
import { DISCLOSURE_CATALOGUE, type CatalogueItemRow } from "./disclosure.entity.js";
import type { CategoryNames } from "./disclosure.listing.js";

export const catalogueItemById: LoaderFactory<string, CatalogueItemRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(DISCLOSURE_CATALOGUE).find({ id: ids })), (item) => item.id),
  );

/** By category and title; not by the database, which sorts Chinese as it was set up to. */
export const catalogueOfUnit: LoaderFactory<string, CatalogueItemRow[]> = (read) =>
  new DataLoader(async (unitIds) => {
    const items = await read((s) => s.rows(DISCLOSURE_CATALOGUE).find({ unitId: unitIds }));
    const placed = items.map((item) => ({ item, place: [item.category, item.title, item.id].join("\n") }));
    placed.sort((a, b) => (a.place < b.place ? -1 : 1));
    return groupedBy(
      unitIds,
      placed.map(({ item }) => item),
      (item) => item.unitId,
    );
  });

/** The names of a category in every unit within reach: the same for all units asked about, so lists stay together. */
export const namesOfCategory: LoaderFactory<string, CategoryNames> = (read) =>
  new DataLoader((names) =>
    read(async (session) => {
      const found: CategoryNames[] = [];
      for (const name of names) found.push(await namesIn(session, name));
      return found;
    }),
  );

async function namesIn(session: Session, name: string): Promise<CategoryNames> {
  const ids = await unitsNaming(session, name);
  const items = ids.length > 0 ? await session.rows(DISCLOSURE_CATALOGUE).find({ unitId: ids }) : [];
  const alike = new Map<string, { unitIds: string[]; names: string[] }>();
  for (const [i, ofUnit] of groupedBy(ids, items, (item) => item.unitId).entries()) {
    const names = namesAlike(ofUnit, name);
    const group = alike.get(names.join("\n")) ?? { unitIds: [], names };
    group.unitIds.push(ids[i] ?? "");
    alike.set(names.join("\n"), group);
  }
  return { units: [...alike.values()], otherwise: name };
}
