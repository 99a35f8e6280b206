export { DerivationResolver } from "./derivation.resolver.js";
export { NoneStatementResolver } from "./none-statement.resolver.js";
export { ReportCellResolver } from "./report-cell.resolver.js";
export { CellMembersResolver } from "./roll-up/cell-members.resolver.js";
export { RollUpResolver } from "./roll-up/roll-up.resolver.js";
export { SupplyIndicatorResolver } from "./supply-indicator.resolver.js";
