export { saveReport } from "./commands/save-report.js";
export { BLOCKING_STATUSES, FINDINGS } from "./finding.entity.js";
export { presentFinding } from "./finding.presenter.js";
export {
  type EditedReport,
  type Editing,
  openReport,
  overflowProblems,
  storeEdit,
} from "./report-editing.js";
export type { ReportServices } from "./report-services.js";
export { isOpen } from "./return-terms.js";
export { findingsOfReport } from "./finding.loader.js";
export { permissionsToSave } from "./report.workflow.js";
