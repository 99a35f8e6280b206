import { addColumn } from "../src/platform/db/index.js";

export const addStagingOfInterpretations = addColumn(105, "AddStagingOfInterpretations", {
  table: "interpretations",
  column: "staging",
  type: (t) => `${t.id} null`,
});
