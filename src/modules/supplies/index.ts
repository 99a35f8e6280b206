export { recordSupply } from "./commands/record-supply.js";
export { signOffSupply } from "./commands/sign-off-supply.js";
export { SUPPLY_FEED } from "./supply.feed.js";
export { SUPPLIED_COUNTS } from "./supply.entity.js";
export { SUPPLY_NODES } from "./supply.nodes.js";
export { supplyResolvers } from "./supply-resolvers.js";
export { SuppliedCountType } from "./supply.types.js";
