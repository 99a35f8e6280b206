import { addIndex } from "../src/platform/db/index.js";

// What is still to be done, by the day on which it is due: few of a unit's requests.
export const indexRequestsByState = addIndex(50, "IndexRequestsByState", {
  table: "information_requests",
  name: "requests_by_state",
  columns: ["unit_id", "state", "due_on"],
});
