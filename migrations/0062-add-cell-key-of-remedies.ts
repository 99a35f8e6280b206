import { addColumn } from "../src/platform/db/index.js";

// As that of the requests.
export const addCellKeyOfRemedies = addColumn(62, "AddCellKeyOfRemedies", {
  table: "remedies",
  column: "cell_key",
  type: (t) => `${t.int} null`,
});
