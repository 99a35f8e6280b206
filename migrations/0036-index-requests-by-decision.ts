import { addIndex } from "../src/platform/db/index.js";

// All that statistics, activity and deadlines ask of decided requests, so that they read no rows of the table.
export const indexRequestsByDecision = addIndex(36, "IndexRequestsByDecision", {
  table: "information_requests",
  name: "requests_by_decision",
  columns: ["unit_id", "decided_on", "state", "outcome", "used_days", "due_on", "served_on"],
});
