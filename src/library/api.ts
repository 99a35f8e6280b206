export { DASHBOARDS } from "./dashboard.entity.js";
export type { SavedQueryServices } from "./saved-query-mutation.resolver.js";
export { savedQueryResolvers } from "./saved-query-resolvers.js";
export { SAVED_QUERY_NODES } from "./saved-query.nodes.js";
export { Judge } from "./fitness.js";
export { queryRoutes } from "./query.routes.js";
export { SAVED_QUERIES, SAVED_QUERY_VERSIONS } from "./saved-query.entity.js";
