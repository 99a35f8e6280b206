import { addIndex } from "../src/platform/db/index.js";

export const indexHistoryBySubject = addIndex(77, "IndexHistoryBySubject", {
  table: "history",
  name: "history_by_subject",
  columns: ["subject_type", "subject_id", "revision"],
});
