import type { RequestContext } from "../access/index.js";
import { unitById } from "./unit.loader.js";
import { presentUnit } from "./unit.presenter.js";

/** How a unit is fetched by its id, for `node(id:)`. */
export const UNIT_NODES = {
  Unit: async (id: string, { loaders }: RequestContext) => {
    const unit = await loaders.of(unitById).load(id);
    return unit && presentUnit(unit);
  },
};
