import { addColumn } from "../src/platform/db/index.js";

export const addDecisionArrivalOfRemedy = addColumn(52, "AddDecisionArrivalOfRemedy", {
  table: "remedies",
  column: "decision_arrived_on",
  type: (t) => `${t.date} null`,
});
