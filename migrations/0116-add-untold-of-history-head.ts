import { addColumn } from "../src/platform/db/index.js";

/** What was done before has no place in the feed of changes, which begins here. */
export const addUntoldOfHistoryHead = addColumn(116, "AddUntoldOfHistoryHead", {
  table: "history_heads",
  column: "untold",
  type: (t) => `${t.int} not null default 0`,
});
