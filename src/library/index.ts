export { Judge } from "./fitness.js";
export { queryRoutes } from "./query.routes.js";
export { SAVED_QUERIES, SAVED_QUERY_VERSIONS } from "./saved-query.entity.js";
