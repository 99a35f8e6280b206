export {
  evaluate,
  FORMATS,
  formatOfYear,
  indicator,
  noIndicator,
  RATIO,
  pack,
  unpack,
  type CellValues,
  type Evaluated,
  type Evaluator,
  type Format,
  type Indicator,
} from "./catalog/index.js";
export { markReports } from "./recheck-marks.js";
export { RECHECK_MARKS } from "./recheck-mark.entity.js";
export { Rechecks } from "./rechecking.js";
export { recheckReports } from "./checking.js";
export { explainFinding } from "./commands/explain-finding.js";
export { moveReport } from "./commands/move-report.js";
export { saveReport } from "./commands/save-report.js";
export { cellCounting } from "./ledger/cell-counting.js";
export { NoneStatementResolver } from "./ledger/none-statement.resolver.js";
export { fedPartsOf } from "./ledger/fed-parts.js";
export { stateNone } from "./commands/state-none.js";
export { NONE_STATEMENTS } from "./ledger/none-statement.entity.js";
export { DerivationResolver } from "./ledger/derivation.resolver.js";
export { ReportCellResolver } from "./ledger/report-cell.resolver.js";
export { SupplyIndicatorResolver } from "./ledger/supply-indicator.resolver.js";
export { FILING_DEADLINES } from "./deadline.entity.js";
export { formatOf } from "./draft.js";
export { DEFAULT_STAGE, isExpected, mustFile } from "./must-file.js";
export { dueDates } from "./due-date.js";
export { BLOCKING_STATUSES, FINDINGS } from "./finding.entity.js";
export { BlockedByFindingsType, TransitionRefusedType } from "./finding.types.js";
export { presentIndicator } from "./indicator.presenter.js";
export { REPORT_EVENTS, REPORTS } from "./report.entity.js";
export { isOnTime, type FilingDates } from "./on-time.js";
export { REPORT_FILINGS } from "./report-filing.entity.js";
export type { ReportServices } from "./report-services.js";
export { REPORT_NODES } from "./report.nodes.js";
export { STATUS_NAMES } from "./report.problems.js";
export {
  counts,
  REPORT_STAGES,
  type ReportScope,
  type ReportStage,
  type ReportStatus,
} from "./report-status.js";
export { IndicatorType, ReportScopeEnum, ReportStageEnum, ReportStatusEnum } from "./report.types.js";
export { ReportResolver } from "./report.resolver.js";
export { ReportMutationResolver } from "./report-mutation.resolver.js";
export { FIRST_YEAR, requireReportYear } from "./report-year.js";
export { UnitReportsResolver } from "./unit-reports.resolver.js";
export { CellMembersResolver } from "./roll-up/cell-members.resolver.js";
export { RollUpResolver } from "./roll-up/roll-up.resolver.js";
export { REPORT_SUMS } from "./sums/report-sum.entity.js";
export { followMove } from "./sums/follow-move.store.js";
export { rebuildAllSums, sumsOwed } from "./sums/sums-upkeep.js";
export { areaSums, type YearOfArea } from "./sums/sums.read-model.js";
export { verifySums, type SumDifference } from "./sums/verify-sums.js";
export { VERSION_COMPLETENESS } from "./roll-up/version-completeness.entity.js";
export { REPORT_ROLL_UPS } from "./roll-up.entity.js";
export { VERSION_DIFFERENCES, VERSION_DOCUMENTS, VERSIONS } from "./version.entity.js";
export { VersionResolver } from "./version.resolver.js";
