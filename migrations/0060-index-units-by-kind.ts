import { addIndex } from "../src/platform/db/index.js";

// The provinces of the country, the districts of a province: the rows of `rollUpReports`, those without reports too.
export const indexUnitsByKind = addIndex(60, "IndexUnitsByKind", {
  table: "units",
  name: "units_by_kind",
  columns: ["kind", "path"],
});
