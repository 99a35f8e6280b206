import { addColumn } from "../src/platform/db/index.js";

export const addTermsOfRequest = addColumn(54, "AddTermsOfRequest", {
  table: "information_requests",
  column: "terms_id",
  type: (t) => `${t.id} null`,
});
