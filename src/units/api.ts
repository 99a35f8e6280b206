export { unitResolvers } from "./unit-resolvers.js";
export { UNIT_NODES } from "./unit.nodes.js";
export { type TreeTime, TreeTimeEnum, UnitKindEnum, UnitType } from "./unit.types.js";
export { type OperatorCall, placeRoot } from "./commands/place-root.js";
export { type MisplacedRoot, misplacedRoots } from "./roots.js";
export { UNIT_PLACES, UNIT_SUCCESSORS } from "./unit-life.entity.js";
export { UNIT_NAMES, UNITS } from "./unit.entity.js";
export type { NewUnit } from "./unit.store.js";
export { RowProblemType } from "./unit-import.types.js";
