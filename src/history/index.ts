export { chained, NOTHING_YET, type Content, type Head, type Links } from "./chain.js";
export { HISTORY, HISTORY_HEADS, type HistoryRow } from "./history.entity.js";
export { enumName } from "./operation-names.js";
export { CHANGE_FEED, type ChangeRow } from "./change.entity.js";
export { historyCursor } from "./history.read-model.js";
export { stepsLoader } from "./history.loader.js";
export { append, parsed, stepsOf, storeEntries, type Entry } from "./history.store.js";
export { changesBetween, textChanges, type Changes, type PersonalChanges } from "./changes.js";
export {
  presentChanges,
  presentEntry,
  presentSubject,
  type Labels,
  type Wording,
  type Wordings,
} from "./history.presenter.js";
export { erasePersonalKey, handOverPersonalKeys } from "./personal-digest.store.js";
export type { Operation } from "./operations.data.js";
export { PLATFORM } from "./platform-chain.js";
export { appendSteps, carryOver, stepIn, type NewStep, type Step } from "./steps.store.js";
export type { Readers, SubjectType } from "./subjects.data.js";
