import { addColumn } from "../src/platform/db/index.js";

export const addDecisionArrivalOfRequest = addColumn(51, "AddDecisionArrivalOfRequest", {
  table: "information_requests",
  column: "decision_arrived_on",
  type: (t) => `${t.date} null`,
});
