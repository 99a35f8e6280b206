import type { Cells } from "./form-codes.js";

export interface PlantedFault {
  readonly unitCode: string;
  readonly year: number;
  /** The codes of exactly the rules that find it. */
  readonly rules: readonly string[];
  /** Those that find it, too, where the unit's ledgers are kept. */
  readonly ledgerRules?: readonly string[];
  readonly note: string;
  /** Cells that are set against the generated ones. */
  readonly cells: Cells;
  /** A warning must be explained before submission; an error cannot be. */
  readonly explanation: string | null;
}

/** Everything in the demo that does not tie: all other reports pass every rule. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    unitCode: "371003003",
    year: 2023,
    rules: ["T3.FLOW", "T3.ROW_TOTAL"],
    // L01 for the total; L05 for the 911 items of the text, which are a contradiction of its own.
    ledgerRules: ["L01", "L05"],
    note: "一、本年新收的总计误留上年的2件，自然人一列为1件：总计列的勾稽和本行合计各报一处。",
    cells: { "requests.received.total": "2" },
    explanation: null,
  },
  {
    unitCode: "371003104",
    year: 2023,
    rules: ["T2_YOY"],
    ledgerRules: ["L03"],
    note: "行政处罚由上年有数变为0，而执法队已签认报送，总体情况也写明执行公开8条：被退回核对。",
    cells: { "proactive.penalties.decisions": "0" },
    explanation: "经办人填报：本年未作出行政处罚决定。",
  },
  {
    unitCode: "371003109",
    year: 2023,
    rules: ["D06"],
    note: "2024年2月6日才提交，晚于1月31日。",
    cells: {},
    explanation: "经办人员岗位调整，数据核对延后，已向区政务公开办说明。",
  },
  {
    unitCode: "371003-mzj",
    year: 2022,
    rules: ["T2_IN_FORCE"],
    note: "现行有效件数比推算少3件。",
    cells: { "proactive.normativeDocuments.inForce": "9" },
    explanation: "3件行政规范性文件有效期届满自动失效，未计入本年废止件数。",
  },
  {
    unitCode: "371003-swj",
    year: 2022,
    rules: ["T2_YOY"],
    note: "行政许可由上年有数变为0。",
    cells: { "proactive.licences.decisions": "0" },
    explanation: "行政许可事项划转至区行政审批服务局集中办理，本年不再作出许可决定。",
  },
  {
    unitCode: "371003-jtj",
    year: 2022,
    rules: ["X_T4_PENDING"],
    note: "上年尚未审结的行政复议案件没有出现在本年表四中。",
    cells: {
      "remedies.review.upheld": "0",
      "remedies.review.corrected": "0",
      "remedies.review.other": "0",
      "remedies.review.pending": "0",
    },
    explanation: "上年未审结案件经复议机关通知并入另一单位的案件审理，本年不再由本单位统计。",
  },
];

/**
 * What the published figures in the texts contradict, by the rules that find it, and what was said of it before the
 * report went in; null: nothing yet.
 */
const TEXT_FAULTS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  "371003003:2023": { N01_CHANNEL_SUM: null, N03_CATEGORY_DUP: null, N04_REQ_NEW: null, N09_YOY: null },
  "371003104:2023": { N01_CHANNEL_SUM: "有1条信息在政务微信和政府网站同时发布，总数只计1次。" },
  "371003-spj:2021": { N02_CATEGORY_SUM: "另有10条为上年形成、本年公开的信息，未列入分项，经核对总数无误。" },
};

export const textFaultsOf = (unitCode: string, year: number): Readonly<Record<string, string | null>> =>
  TEXT_FAULTS[`${unitCode}:${year}`] ?? {};

export const faultOf = (unitCode: string, year: number): PlantedFault | null =>
  PLANTED_FAULTS.find((fault) => fault.unitCode === unitCode && fault.year === year) ?? null;
