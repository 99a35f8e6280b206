export { RemedyActivityType } from "./remedy-activity.types.js";
export { remedyResolvers } from "./remedy-resolvers.js";
export { REMEDY_NODES } from "./remedy.nodes.js";
export { RemedyRouteEnum, RemedyRulingEnum, RemedyType } from "./remedy.types.js";
