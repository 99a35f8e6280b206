import { addColumn } from "../src/platform/db/index.js";

export const addStagingOfRemedies = addColumn(103, "AddStagingOfRemedies", {
  table: "remedies",
  column: "staging",
  type: (t) => `${t.id} null`,
});
