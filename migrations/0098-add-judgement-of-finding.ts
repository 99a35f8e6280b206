import { addColumn } from "../src/platform/db/index.js";

export const addJudgementOfFinding = addColumn(98, "AddJudgementOfFinding", {
  table: "findings",
  column: "judgement",
  type: (t) => t.text,
});
