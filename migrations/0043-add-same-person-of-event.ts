import { addColumn } from "../src/platform/db/index.js";

export const addSamePersonOfEvent = addColumn(43, "AddSamePersonOfEvent", {
  table: "report_events",
  column: "same_person",
  type: (t) => `${t.bool} not null default 0`,
});
