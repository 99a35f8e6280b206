import { addColumn } from "../src/platform/db/index.js";

export const addProposalNumberKey = addColumn(70, "AddProposalNumberKey", {
  table: "proposals",
  column: "number_key",
  type: (t) => `${t.string(280)} null`,
});
