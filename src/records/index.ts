export { type ActivityKey, activityLoader, byUnit, countedBy, type Period, talliesOf } from "./activity.js";
export type {
  Column,
  Columns,
  Counted,
  Key,
  Known,
  LedgerDataSet,
  LedgerDimension,
  LedgerField,
  MeasuredField,
  Need,
  PublishedTable,
  Value,
} from "./data-set.js";
export { described } from "./described.js";
export {
  COMMON_DIMENSIONS,
  daysField,
  labelField,
  noKey,
  plainKey,
  termsDimension,
  textOf,
  typedDimension,
  UNIT_COLUMN,
  UNIT_FIELD,
} from "./dimensions.js";
export { feedCounts, type FeedMember, feedMembers, keptKinds, type KeptLedger } from "./feed.read-model.js";
export type { LedgerFeed } from "./feed.js";
export {
  among,
  being,
  byTyped,
  checkSearchText,
  type DateSpan,
  having,
  whether,
  withinRange,
  withinYears,
} from "./filter.js";
export type { LedgerServices, OnLedgerChange, StepServices } from "./ledger-services.js";
export { firstDayOf, inYear, lastDayOf, LEDGER_ROWS, notBy, numberKey } from "./ledger-table.js";
export { column, type Ledger, type List, UNIT_COLUMNS } from "./ledger.js";
export { dueFirst, type ListOrder, newestFirst, oldestFirst } from "./list-order.js";
export { listLoader } from "./list.loader.js";
export { listCursor, type Listing, positionOf } from "./list.read-model.js";
export { type DateLimits, dateProblems } from "./on-date.js";
export {
  addRecord,
  addRecords,
  changeRecord,
  deleteRecord,
  type ListedTarget,
  type Opened,
  openRecord,
  openRecords,
  type RecordKind,
  refuseStale,
  saveRecord,
  type Target,
} from "./record.js";
export { rowChanges, type Told } from "./record-history.js";
export {
  carriedOut,
  givenId,
  listPrice,
  nodeOf,
  ownerOf,
  readableLedgers,
  requiredId,
  stepsOfRecord,
} from "./resolving.js";
export { saveRecords } from "./save-records.js";
export { lineProblems, noteProblems, optionalLine, reasonProblems } from "./text-input.js";
export { mutationsOf, type Step } from "./workflow.js";
