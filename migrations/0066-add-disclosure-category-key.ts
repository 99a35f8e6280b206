import { addColumn } from "../src/platform/db/index.js";

export const addDisclosureCategoryKey = addColumn(66, "AddDisclosureCategoryKey", {
  table: "disclosures",
  column: "category_key",
  type: (t) => `${t.string(280)} null`,
});
