import { addIndex } from "../src/platform/db/index.js";

// As before, with the column that every reader asks: statistics go on reading no rows of the table.
export const indexDecidedRequestsWithStaging = addIndex(107, "IndexDecidedRequestsWithStaging", {
  table: "information_requests",
  name: "requests_by_decision",
  columns: ["unit_id", "decided_on", "state", "outcome", "used_days", "due_on", "served_on", "staging"],
});
