export { presentReportProblems } from "./finding.presenter.js";
export { BlockedByFindingsType, TransitionRefusedType } from "./finding.types.js";
export { ReportMutationResolver } from "./report-mutation.resolver.js";
export { REPORT_NODES } from "./report.nodes.js";
export { ReportResolver } from "./report.resolver.js";
export {
  AnnualReportType,
  ReportCellType,
  ReportScopeEnum,
  ReportStageEnum,
  ReportStatusEnum,
} from "./report.types.js";
export { UnitReportsResolver } from "./unit-reports.resolver.js";
export { ReportDiffResolver } from "./report-diff.resolver.js";
export { VersionResolver } from "./version.resolver.js";
