import { addColumn } from "../src/platform/db/index.js";

export const addSamePersonOfVersion = addColumn(42, "AddSamePersonOfVersion", {
  table: "report_versions",
  column: "same_person",
  type: (t) => `${t.bool} not null default 0`,
});
