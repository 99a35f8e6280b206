export { saveReport } from "./commands/save-report.js";
export { completedValues, explainedCells, sourcesOf } from "./draft.js";
export { dueDates } from "./due-date.js";
export { BLOCKING_STATUSES, FINDINGS } from "./finding.entity.js";
export { presentFinding } from "./finding.presenter.js";
export { DEFAULT_STAGE, isExpected } from "./must-file.js";
export { type FilingDates, isOnTime } from "./on-time.js";
export {
  type EditedReport,
  type Editing,
  openReport,
  overflowProblems,
  storeEdit,
} from "./report-editing.js";
export { REPORT_FILINGS } from "./report-filing.entity.js";
export type { CountedVersion, ReportServices } from "./report-services.js";
export {
  COUNTED_STATUSES,
  counts,
  REPORT_STAGES,
  type ReportScope,
  type ReportStage,
  type ReportStatus,
} from "./report-status.js";
export { isOpen } from "./return-terms.js";
export { FIRST_YEAR, reportableFormat, requireReportYear, yearProblem } from "./report-year.js";
export { type DraftCell, type DraftCells, ReportRow, REPORTS } from "./report.entity.js";
export {
  differencesOfVersion,
  documentOfVersion,
  findingsOfReport,
  MOST_PUBLISHED,
  publishedReports,
  reportOfUnit,
  versionsOfReport,
} from "./report.loader.js";
export {
  ownerOf,
  presentCell,
  presentReport,
  presentVersion,
  presentWorkingCopy,
} from "./report.presenter.js";
export { STATUS_NAMES } from "./report.problems.js";
export { reportOf } from "./report.store.js";
export { permissionsToSave } from "./report.workflow.js";
export { sentencesOf } from "./report-diff.js";
export { type PublishedReport, publishedView, submittedViews } from "./report.read-model.js";
export { figuresOf, type ReportView } from "./report.view.js";
export { readableVersions, VERSIONS } from "./version.entity.js";
