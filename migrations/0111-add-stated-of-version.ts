import { addColumn } from "../src/platform/db/index.js";

export const addStatedOfVersion = addColumn(111, "AddStatedOfVersion", {
  table: "report_versions",
  column: "stated",
  type: (t) => `${t.string(400)} not null default ''`,
});
