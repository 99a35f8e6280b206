import { addColumn } from "../src/platform/db/index.js";

// Drawn from the record's id and the server's secret; null until a server has drawn it: see statistics/cell-keys.ts.
export const addCellKeyOfRequests = addColumn(61, "AddCellKeyOfRequests", {
  table: "information_requests",
  column: "cell_key",
  type: (t) => `${t.int} null`,
});
