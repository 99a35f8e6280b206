import { text } from "../kernel/text.js";
import { column, rowsOf, type ColumnSpec, type RowSpec } from "./form-table.js";

const OUTCOMES = [
  column("upheld", "结果维持", "upheld"),
  column("corrected", "结果纠正", "corrected"),
  column("other", "其他结果", "other outcome"),
  column("pending", "尚未审结", "pending"),
];

/** The four outcomes of table 四 and their total. */
export const OUTCOME_COLUMNS: readonly ColumnSpec[] = [
  ...OUTCOMES,
  column("total", "总计", "total", { sumOf: OUTCOMES.map((o) => o.key) }),
];

const row = rowsOf("remedies");
const SUIT = { path: ["行政诉讼"] };

/** Table 四 of both forms: 3 groups of 5 cells, printed as one row. */
export const REMEDIES: readonly RowSpec[] = [
  row("review", text("行政复议", "administrative review"), OUTCOME_COLUMNS),
  row("litigationDirect", text("未经复议直接起诉", "direct litigation"), OUTCOME_COLUMNS, {
    ...SUIT,
    name: text("行政诉讼·未经复议直接起诉", "direct litigation"),
  }),
  row("litigationAfterReview", text("复议后起诉", "litigation after review"), OUTCOME_COLUMNS, {
    ...SUIT,
    name: text("行政诉讼·复议后起诉", "litigation after review"),
  }),
];
