export { UNIT_NAMES, UNITS, type UnitRow } from "./unit.entity.js";
export { unitById, unitByItsCode } from "./unit.loader.js";
export { placeRoot, placeRootsByCode, type OperatorCall } from "./commands/place-root.js";
export { unitsBelowThen } from "./units-then.read-model.js";
export { dissolvedProblems } from "./dissolved.js";
export { existsIn } from "./exists-in.js";
export { foundingProblems, newUnitOf } from "./founding.js";
export { misplacedRoots, type MisplacedRoot } from "./roots.js";
export type { HandOver, OpenBusiness, TreeMove, UnitFollowers } from "./unit-followers.js";
export { UNIT_EVENTS, UNIT_PLACES, UNIT_SUCCESSORS } from "./unit-life.entity.js";
export { unitResolvers } from "./unit-resolvers.js";
export { UNIT_NODES } from "./unit.nodes.js";
export { presentUnit } from "./unit.presenter.js";
export {
  handedOverTo,
  unitByCode,
  unitsByCodes,
  unitsByIds,
  unitsByParents,
  unitsWhere,
} from "./unit.read-model.js";
export { holdUnit, insertUnit, type NewUnit } from "./unit.store.js";
export { TreeTimeEnum, UnitKindEnum, UnitType, type TreeTime } from "./unit.types.js";
export { isGovernment, UNIT_KINDS, type UnitKind } from "./unit-kind.js";
