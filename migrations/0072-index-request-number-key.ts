import { addIndex } from "../src/platform/db/index.js";

// Two numbers that people take for the same are one, on every database.
export const indexRequestNumberKey = addIndex(72, "IndexRequestNumberKey", {
  table: "information_requests",
  name: "information_requests_number_key",
  columns: ["unit_id", "number_key"],
  unique: true,
});
