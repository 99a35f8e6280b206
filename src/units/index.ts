export { dissolvedProblems } from "./dissolved.js";
export { existsIn } from "./exists-in.js";
export type { HandOver, OpenBusiness, TreeMove, UnitFollowers } from "./unit-followers.js";
export { isGovernment, UNIT_KINDS, type UnitKind } from "./unit-kind.js";
export { UNIT_COLUMNS } from "./unit-columns.data.js";
export { UnitRow } from "./unit.entity.js";
export { unitById, unitByItsCode } from "./unit.loader.js";
export { presentUnit } from "./unit.presenter.js";
export {
  handedOverTo,
  unitByCode,
  unitsByCodes,
  unitsByIds,
  unitsByParents,
  unitsWhere,
} from "./unit.read-model.js";
export { holdUnit, insertUnit, recordsWithUnits } from "./unit.store.js";
export { unitsBelowThen } from "./units-then.read-model.js";
