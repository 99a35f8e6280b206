import { addColumn } from "../src/platform/db/index.js";

export const addDisclosureDocumentNumberKey = addColumn(67, "AddDisclosureDocumentNumberKey", {
  table: "disclosures",
  column: "document_number_key",
  type: (t) => `${t.text} null`,
});
