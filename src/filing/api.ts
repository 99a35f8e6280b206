export { presentReportProblems } from "./finding.presenter.js";
export { BlockedByFindingsType } from "./finding.types.js";
export { FindingResolver } from "./finding.resolver.js";
export { ReportMutationResolver } from "./report-mutation.resolver.js";
export { REPORT_LABELS } from "./report-history.js";
export { REPORT_NODES } from "./report.nodes.js";
export { ReportResolver } from "./report.resolver.js";
export {
  AnnualReportType,
  ReportCellType,
  ReportScopeEnum,
  ReportStageEnum,
  ReportStatusEnum,
  ReportVersionType,
  SectionKeyEnum,
} from "./report.types.js";
export { SentenceChangeEnum } from "./report-diff.types.js";
export { UnitReportsResolver } from "./unit-reports.resolver.js";
export { ReportDiffResolver } from "./report-diff.resolver.js";
export { LikeReportResolver, ReportLikenessResolver } from "./likeness.resolver.js";
export { VersionResolver } from "./version.resolver.js";
export { recheckReports } from "./checking.js";
export { explainFinding, judgeFinding } from "./commands/explain-finding.js";
export { moveReport } from "./commands/move-report.js";
export { FILING_DEADLINES } from "./deadline.entity.js";
export { RECHECK_MARKS } from "./recheck-mark.entity.js";
export { markReports } from "./recheck-marks.js";
export { Rechecks } from "./rechecking.js";
export type { FilingListeners } from "./report-services.js";
export {
  ReportVersionRow,
  VERSION_DIFFERENCES,
  VERSION_DOCUMENTS,
  VERSION_FINGERPRINTS,
  VersionDocumentRow,
} from "./version.entity.js";
