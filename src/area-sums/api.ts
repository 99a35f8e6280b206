export { followMove } from "./follow-move.store.js";
export { REPORT_SUMS } from "./report-sum.entity.js";
export { keepSums } from "./report-sums.store.js";
export { rebuildAllSums, sumsOwed } from "./sums-upkeep.js";
export { type SumDifference, verifySums } from "./verify-sums.js";
