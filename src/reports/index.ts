export { FILING_DEADLINES } from "./deadline.entity.js";
export { completedValues, explainedCells, overflowing, packSources, sourcesOf } from "./draft.js";
export { dueDates, statutoryDueOn } from "./due-date.js";
export { DEFAULT_STAGE, isExpected, mustFile } from "./must-file.js";
export { type FilingDates, isOnTime, missedDate } from "./on-time.js";
export { sectionsIn } from "./report-content.js";
export { sentencesOf } from "./report-diff.js";
export { REPORT_FILINGS, type ReportFilingRow } from "./report-filing.entity.js";
export {
  COUNTED_STATUSES,
  counts,
  REPORT_STAGES,
  REPORT_STATUSES,
  type ReportScope,
  type ReportStage,
  type ReportStatus,
  STATUS_NAMES,
} from "./report-status.js";
export {
  FIRST_YEAR,
  reportableFormat,
  reportableYears,
  requireReportYear,
  yearNotOver,
  yearProblem,
} from "./report-year.js";
export {
  type DraftCell,
  type DraftCells,
  type ImportedFile,
  type ReportRow,
  REPORTS,
  type Sections,
} from "./report.entity.js";
export {
  differencesOfVersion,
  documentOfVersion,
  MOST_PUBLISHED,
  publishedReports,
  reportOfUnit,
  reportViewById,
  versionsOfReport,
} from "./report.loader.js";
export {
  ownerOf,
  presentCell,
  presentReport,
  presentVersion,
  presentWorkingCopy,
} from "./report.presenter.js";
export { HEAD_COLUMNS, publishedView, submittedViews, type VersionHead } from "./report.read-model.js";
export { holdReport, insertReport, reportById, reportOf, updateReport } from "./report.store.js";
export { figuresOf, type ReportView, seesWork } from "./report.view.js";
export {
  type CountedVersion,
  readableVersions,
  type ReportVersionRow,
  VERSION_DIFFERENCES,
  VERSION_DOCUMENTS,
  VERSION_FINGERPRINTS,
  type VersionDocumentRow,
  VERSIONS,
} from "./version.entity.js";
