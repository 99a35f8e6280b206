import { addColumn } from "../src/platform/db/index.js";

export const holdUnits = addColumn(34, "HoldUnits", {
  table: "units",
  column: "held",
  type: (t) => `${t.int} not null default 0`,
});
