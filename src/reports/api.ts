export { ReportDiffResolver } from "./report-diff.resolver.js";
export { SentenceChangeEnum } from "./report-diff.types.js";
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
export { UnitReportsResolver } from "./unit-reports.resolver.js";
export { VersionResolver } from "./version.resolver.js";
