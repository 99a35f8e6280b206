import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { CatalogueItemType } from "./catalogue.types.js";
import { decodeChannels } from "./channels.js";
import type { CatalogueItemRow } from "./disclosure.entity.js";
import type { ListedDisclosure } from "./disclosure.listing.js";
import type { DisclosureType } from "./disclosure.types.js";

export const presentDisclosure = (row: ListedDisclosure): DisclosureType => ({
  __typename: "Disclosure",
  row,
  id: toGlobalId("Disclosure", row.id),
  title: row.title,
  category: row.category,
  channels: decodeChannels(row.channels),
  status: row.status,
  items: row.items,
  formedOn: row.formedOn,
  dueOn: row.dueOn,
  publishedOn: row.publishedOn,
  documentKind: row.documentKind,
  documentNumber: row.documentNumber,
  repealedOn: row.repealedOn,
  revision: row.revision,
});

export const presentCatalogueItem = (row: CatalogueItemRow): CatalogueItemType => ({
  __typename: "CatalogueItem",
  unitId: row.unitId,
  id: toGlobalId("CatalogueItem", row.id),
  category: row.category,
  title: row.title,
  article: row.article,
  synonyms: row.synonyms,
  retiredOn: row.retiredOn,
  revision: row.revision,
});
