import { addColumn } from "../src/platform/db/index.js";

export const addRemedyNumberKey = addColumn(69, "AddRemedyNumberKey", {
  table: "remedies",
  column: "number_key",
  type: (t) => `${t.string(400)} null`,
});
