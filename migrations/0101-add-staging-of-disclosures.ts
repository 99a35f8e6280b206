import { addColumn } from "../src/platform/db/index.js";

export const addStagingOfDisclosures = addColumn(101, "AddStagingOfDisclosures", {
  table: "disclosures",
  column: "staging",
  type: (t) => `${t.id} null`,
});
