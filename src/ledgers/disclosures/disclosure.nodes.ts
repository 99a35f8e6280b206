import type { RequestContext } from "../../access/index.js";
import { catalogueItemById } from "./catalogue.loader.js";
import { disclosureById } from "./disclosure.loader.js";
import { presentCatalogueItem, presentDisclosure } from "./disclosure.presenter.js";

/** How each kind of record of this module is fetched by its id, for `node(id:)`. */
export const DISCLOSURE_NODES = {
  Disclosure: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(disclosureById).load(id);
    return row && presentDisclosure(row);
  },
  CatalogueItem: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(catalogueItemById).load(id);
    return row && presentCatalogueItem(row);
  },
};
