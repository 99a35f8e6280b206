import { addColumn } from "../src/platform/db/index.js";

export const addRequestSubjectKey = addColumn(64, "AddRequestSubjectKey", {
  table: "information_requests",
  column: "subject_key",
  type: (t) => `${t.text} null`,
});
