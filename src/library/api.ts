export type { SavedQueryServices } from "./saved-query-mutation.resolver.js";
export { savedQueryResolvers } from "./saved-query-resolvers.js";
export { SAVED_QUERY_NODES } from "./saved-query.nodes.js";
