import { addColumn } from "../src/platform/db/index.js";

export const holdUnits = addColumn(33, "HoldUnits", {
  table: "units",
  column: "held",
  type: (t) => `${t.int} not null default 0`,
});
