export { HISTORY, HISTORY_HEADS, type HistoryRow } from "./history.entity.js";
export {
  append,
  parsed,
  stepsOf,
  storeEntries,
  type Author,
  type Changes,
  type Entry,
} from "./history.store.js";
export type { Operation } from "./operations.data.js";
export { PLATFORM } from "./platform-chain.js";
export type { SubjectType } from "./subjects.data.js";
