export { supplyResolvers } from "./supply-resolvers.js";
export { SUPPLY_NODES } from "./supply.nodes.js";
export { SuppliedCountType } from "./supply.types.js";
