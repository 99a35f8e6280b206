import type { RequestContext } from "../../access/index.js";
import { supplyById } from "./supply.loader.js";
import { presentSupply } from "./supply.presenter.js";

/** How a supplied figure is fetched by its id, for `node(id:)`. */
export const SUPPLY_NODES = {
  SuppliedCount: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(supplyById).load(id);
    return row && presentSupply(row);
  },
};
