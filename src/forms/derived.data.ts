import { text, type Text } from "../kernel/text.js";
import type { TableKey } from "./format.js";
import type { ColumnSpec } from "./form-table.js";
import { OUTCOME_COLUMNS } from "./remedies.data.js";
import { APPLICANT_COLUMNS } from "./requests.data.js";

/** A sum of cells less others. */
export interface Terms {
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

/** An indicator beyond the form: a sum of cells, or a ratio of two sums. */
export interface DerivedSpec {
  readonly code: string;
  readonly table: TableKey;
  readonly name: Text;
  readonly column: ColumnSpec | null;
  readonly formula: string;
  readonly of: Terms;
  /** The denominator of a ratio; null: a plain sum. */
  readonly over: Terms | null;
}

// The form has headings （三） to （六） without numbers of their own, yet reports quote them: 不予公开142件.
const REQUEST_GROUPS: readonly (readonly [key: string, name: Text, parts: readonly string[]])[] = [
  [
    "denied",
    text("三（三）不予公开", "denied"),
    [
      "stateSecret",
      "lawForbidden",
      "securityStability",
      "thirdParty",
      "internalAffairs",
      "process",
      "caseFile",
      "queryMatter",
    ],
  ],
  ["unable", text("三（四）无法提供", "not available"), ["notHeld", "needsCreation", "unclear"]],
  [
    "refused",
    text("三（五）不予处理", "not processed"),
    ["petition", "repeat", "publication", "excessive", "confirmReissue"],
  ],
  // Three rows since 2021, one undivided row before: a format sums those it has.
  ["other", text("三（六）其他处理", "other handling"), ["noCorrection", "unpaidFee", "misc", "undivided"]],
];

const groupTotals = REQUEST_GROUPS.flatMap(([key, name, parts]) =>
  APPLICANT_COLUMNS.map((column): DerivedSpec => ({
    code: `requests.${key}.total.${column.key}`,
    table: "requests",
    name,
    column,
    formula: `${name.zh.slice(1)}各项之和（${column.name.zh}）`,
    of: { plus: parts.map((part) => `requests.${key}.${part}.${column.key}`) },
    over: null,
  })),
);

const litigationTotals = OUTCOME_COLUMNS.map((column): DerivedSpec => ({
  code: `remedies.litigation.${column.key}`,
  table: "remedies",
  name: text("行政诉讼", "litigation"),
  column,
  formula: `未经复议直接起诉 + 复议后起诉（${column.label}）`,
  of: { plus: ["Direct", "AfterReview"].map((way) => `remedies.litigation${way}.${column.key}`) },
  over: null,
}));

type Rate = Pick<DerivedSpec, "name" | "table" | "formula" | "of" | "over"> & { readonly key: string };

const rate = ({ key, formula, ...terms }: Rate): DerivedSpec => ({
  ...terms,
  code: `rates.${key}`,
  column: null,
  formula: `${formula}（以小数表示，1 即 100%）`,
});

const SUITS = ["remedies.litigationDirect", "remedies.litigationAfterReview"];
const suits = (column: string): readonly string[] => SUITS.map((suit) => `${suit}.${column}`);

const rates: readonly DerivedSpec[] = [
  rate({
    key: "disclosed",
    name: text("公开率", "share disclosed"),
    table: "requests",
    formula: "（予以公开总计 + 部分公开总计）÷（七）总计",
    of: { plus: ["requests.granted.total", "requests.partial.total"] },
    over: { plus: ["requests.total.total"] },
  }),
  rate({
    key: "carriedOut",
    name: text("结转率", "share carried out"),
    table: "requests",
    formula: "结转下年度总计 ÷（本年新收总计 + 上年结转总计）",
    of: { plus: ["requests.carriedOut.total"] },
    over: { plus: ["requests.received.total", "requests.carriedIn.total"] },
  }),
  rate({
    key: "reviewCorrected",
    name: text("复议纠错率", "share corrected in review"),
    table: "remedies",
    formula: "行政复议结果纠正 ÷（行政复议总计 − 尚未审结）",
    of: { plus: ["remedies.review.corrected"] },
    over: { plus: ["remedies.review.total"], minus: ["remedies.review.pending"] },
  }),
  rate({
    key: "litigationLost",
    name: text("诉讼败诉率", "share of suits lost"),
    table: "remedies",
    formula: "行政诉讼结果纠正 ÷（行政诉讼总计 − 尚未审结）",
    of: { plus: suits("corrected") },
    over: { plus: suits("total"), minus: suits("pending") },
  }),
];

/** Every derived indicator: group subtotals of table 三, 行政诉讼 as a whole, and four rates. */
export const DERIVED: readonly DerivedSpec[] = [...groupTotals, ...litigationTotals, ...rates];
