import { addIndex } from "../src/platform/db/index.js";

export const indexUnitsBySuccessor = addIndex(49, "IndexUnitsBySuccessor", {
  table: "units",
  name: "units_by_successor",
  columns: ["successor_id"],
});
