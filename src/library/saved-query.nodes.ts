import type { RequestContext } from "../access/index.js";
import { dashboardById } from "./dashboard.read-model.js";
import { presentDashboard } from "./dashboard.resolver.js";
import { savedQueryById } from "./saved-query.loader.js";
import { presentSavedQuery } from "./saved-query.presenter.js";

/** How saved queries and dashboards are fetched by their ids, for `node(id:)`. */
export const SAVED_QUERY_NODES = {
  SavedQuery: async (id: string, { loaders, viewer }: RequestContext) => {
    const query = await loaders.of(savedQueryById).load(id);
    return query && presentSavedQuery(query, viewer);
  },
  Dashboard: async (id: string, { loaders, viewer }: RequestContext) => {
    const dashboard = await loaders.of(dashboardById).load(id);
    return dashboard && presentDashboard(dashboard, viewer);
  },
};
