export { HISTORY, HISTORY_HEADS, type HistoryRow } from "./history.entity.js";
export { append } from "./history.store.js";
export { PLATFORM } from "./platform-chain.js";
