import { addIndex } from "../src/platform/db/index.js";

// As before, with the column that every reader asks: statistics go on reading no rows of the table.
export const indexReceivedRequestsWithStaging = addIndex(109, "IndexReceivedRequestsWithStaging", {
  table: "information_requests",
  name: "requests_by_receipt",
  columns: ["unit_id", "counted_on", "state", "applicant_kind", "decided_on", "due_on", "staging"],
});
