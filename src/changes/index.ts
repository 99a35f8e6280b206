export type { ChangeNumbers } from "./change-numbers.js";
export { changePage, feedEnd, type ChangeFound } from "./change.read-model.js";
export type { ChangeKind } from "./changes.data.js";
