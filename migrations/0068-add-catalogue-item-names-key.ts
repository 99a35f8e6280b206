import { addColumn } from "../src/platform/db/index.js";

export const addCatalogueItemNamesKey = addColumn(68, "AddCatalogueItemNamesKey", {
  table: "disclosure_catalogue",
  column: "names_key",
  type: (t) => `${t.text} null`,
});
