import type { RequestContext } from "../../access/index.js";
import { customGroupById } from "./custom-group.loader.js";
import { presentCustomGroup } from "./custom-group.presenter.js";

/** How a stored peer group is fetched by its id, for `node(id:)`. */
export const PEER_GROUP_NODES = {
  CustomPeerGroup: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(customGroupById).load(id);
    return row && presentCustomGroup(row);
  },
};
