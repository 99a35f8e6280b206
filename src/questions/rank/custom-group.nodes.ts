import type { RequestContext } from "../../access/index.js";
import { unitById } from "../../units/index.js";
import { readsGroupsOf } from "./custom-group.entity.js";
import { customGroupById } from "./custom-group.loader.js";
import { presentCustomGroup } from "./custom-group.presenter.js";

/** How a stored peer group is fetched by its id, for `node(id:)`. */
export const PEER_GROUP_NODES = {
  CustomPeerGroup: async (id: string, { viewer, loaders }: RequestContext) => {
    const row = await loaders.of(customGroupById).load(id);
    const unit = row && (await loaders.of(unitById).load(row.unitId));
    return row && unit && readsGroupsOf(viewer, unit) ? presentCustomGroup(row) : null;
  },
};
