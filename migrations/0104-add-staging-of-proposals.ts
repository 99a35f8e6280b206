import { addColumn } from "../src/platform/db/index.js";

export const addStagingOfProposals = addColumn(104, "AddStagingOfProposals", {
  table: "proposals",
  column: "staging",
  type: (t) => `${t.id} null`,
});
