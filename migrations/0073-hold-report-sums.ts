import { addColumn } from "../src/platform/db/index.js";

export const holdReportSums = addColumn(73, "HoldReportSums", {
  table: "report_sums",
  column: "held",
  type: (t) => `${t.int} not null default 0`,
});
