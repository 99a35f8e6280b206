export { unitResolvers } from "./unit-resolvers.js";
export { UNIT_NODES } from "./unit.nodes.js";
export { type TreeTime, TreeTimeEnum, UnitKindEnum, UnitType } from "./unit.types.js";
