import type { RequestContext } from "../access/index.js";
import { savedQueryById } from "./saved-query.loader.js";
import { presentSavedQuery } from "./saved-query.presenter.js";

/** How a saved query is fetched by its id, for `node(id:)`. */
export const SAVED_QUERY_NODES = {
  SavedQuery: async (id: string, { loaders, viewer }: RequestContext) => {
    const query = await loaders.of(savedQueryById).load(id);
    return query && presentSavedQuery(query, viewer);
  },
};
