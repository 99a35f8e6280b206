import { addIndex } from "../src/platform/db/index.js";

// The same of received requests.
export const indexRequestsByReceipt = addIndex(37, "IndexRequestsByReceipt", {
  table: "information_requests",
  name: "requests_by_receipt",
  columns: ["unit_id", "counted_on", "state", "applicant_kind", "decided_on", "due_on"],
});
