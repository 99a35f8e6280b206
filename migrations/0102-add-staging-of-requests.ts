import { addColumn } from "../src/platform/db/index.js";

export const addStagingOfRequests = addColumn(102, "AddStagingOfRequests", {
  table: "information_requests",
  column: "staging",
  type: (t) => `${t.id} null`,
});
