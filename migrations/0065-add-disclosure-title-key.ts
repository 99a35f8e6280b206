import { addColumn } from "../src/platform/db/index.js";

export const addDisclosureTitleKey = addColumn(65, "AddDisclosureTitleKey", {
  table: "disclosures",
  column: "title_key",
  type: (t) => `${t.text} null`,
});
