import { addColumn } from "../src/platform/db/index.js";

export const holdReports = addColumn(35, "HoldReports", {
  table: "reports",
  column: "held",
  type: (t) => `${t.int} not null default 0`,
});
