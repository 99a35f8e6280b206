import { text } from "../kernel/text.js";
import { statisticsPeriod } from "./date.checks.js";
import type { CheckRule } from "./rule.js";
import * as table from "./table.checks.js";
import { overviewLength, overviewParts, problemsParts, problemsText } from "./text.checks.js";

const FORM = "国办公开办函〔2021〕30号";
const REGULATION = "政府信息公开条例";

/** What a report must say, and that its tables are filled in. */
export const TEXT_RULES: readonly CheckRule[] = [
  {
    kind: "check",
    code: "S02_OVERVIEW_PARTS",
    title: text("总体情况应包括五个部分", "The overview covers its five parts"),
    basis: FORM,
    severity: "WARNING",
    since: "2021",
    check: overviewParts,
  },
  {
    kind: "check",
    code: "S03_TEXT_EMPTY",
    title: text("第五部分不能空白", "Section 5 is not empty"),
    basis: `${REGULATION}§50`,
    severity: "ERROR",
    check: problemsText,
  },
  {
    kind: "check",
    code: "S12_PROBLEMS_PARTS",
    title: text("第五部分应写明问题和改进", "Section 5 states problems and improvements"),
    basis: `${REGULATION}§50`,
    severity: "WARNING",
    check: problemsParts,
  },
  {
    kind: "check",
    code: "S05_CELL_BLANK",
    title: text("表格不留空白", "No cell is left blank"),
    basis: null,
    severity: "WARNING",
    check: table.blankCells,
  },
  {
    kind: "check",
    code: "S13_TOTALS_ONLY",
    title: text("不能只填总计", "A total has its parts"),
    basis: `${FORM} 表三、表四结构`,
    severity: "WARNING",
    check: table.totalsOnly,
  },
  {
    kind: "check",
    code: "S08_OVERLONG",
    title: text("总体情况不宜过长", "The overview stays within its limit"),
    basis: null,
    severity: "INFO",
    check: overviewLength,
  },
  {
    kind: "check",
    code: "S09_PERIOD",
    title: text("统计期限为报告年度1月1日至12月31日", "The statistics period is the report year"),
    basis: `${REGULATION}§49、§50`,
    severity: "ERROR",
    check: statisticsPeriod,
  },
];
