import { addIndex } from "../src/platform/db/index.js";

export const indexHistoryByTime = addIndex(78, "IndexHistoryByTime", {
  table: "history",
  name: "history_by_time",
  columns: ["at", "unit_id", "seq"],
});
