export { UNIT_NAMES, UNITS, type UnitRow } from "./unit.entity.js";
export { unitById, unitByItsCode } from "./unit.loader.js";
export { UNIT_NODES } from "./unit.nodes.js";
export { presentUnit } from "./unit.presenter.js";
export { unitByCode, unitsByCodes, unitsByIds, unitsByParents, unitsWhere } from "./unit.read-model.js";
export { UnitResolver } from "./unit.resolver.js";
export { holdUnit, insertUnit, type NewUnit } from "./unit.store.js";
export { UnitKindEnum, UnitType } from "./unit.types.js";
export { isGovernment, UNIT_KINDS, type UnitKind } from "./unit-kind.js";
