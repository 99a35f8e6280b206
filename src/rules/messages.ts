import { counted, text, type Text } from "../kernel/text.js";
import { LEDGER_MESSAGES } from "./ledger.messages.js";
import { linearMessage, type StoredFault } from "./linear.message.js";
import {
  difference,
  listed,
  sample,
  some,
  tableKey,
  tableOf,
  unsure,
  valued,
  word,
} from "./message-parts.js";
import { ruleByCode } from "./rules.data.js";

/** Says a stored fault in both languages: which table, row and column, both values, the difference. */
export function faultMessage(fault: StoredFault): Text {
  const rule = ruleByCode(fault.rule);
  if (rule?.kind === "linear") return linearMessage(rule, fault);
  return MESSAGES[fault.rule]?.(fault) ?? rule?.title ?? text(fault.rule, fault.rule);
}

/** What the total of a row sums. */
const PARTS_OF_TOTALS: Readonly<Record<string, Text>> = {
  requests: text("各类申请人的列", "the columns of applicants"),
  remedies: text("各种结果的列", "the columns of outcomes"),
};

const MESSAGES: Readonly<Record<string, (fault: StoredFault) => Text>> = {
  ...LEDGER_MESSAGES,

  S02_OVERVIEW_PARTS: ({ detail }) =>
    text(
      `“一、总体情况”缺少：${listed(detail, "missing").join("、")}`,
      `Section 1 does not speak of: ${listed(detail, "missing").join(", ")}`,
    ),

  S03_TEXT_EMPTY: ({ detail }) =>
    text(
      `第五部分为空、只有标题或不足 ${word(detail, "shortest")} 个字，应写明存在的问题和改进情况`,
      `Section 5 is empty, holds its heading only, or is shorter than ${word(detail, "shortest")} characters`,
    ),

  S12_PROBLEMS_PARTS: ({ detail }) =>
    text(
      `第五部分应写明存在的问题和改进情况，似未写明：${listed(detail, "missing").join("、")}；请补充，或说明`,
      `Section 5 should state problems and improvements; it does not seem to speak of: ${listed(detail, "missing").join(", ")}`,
    ),

  S13_TOTALS_ONLY: ({ places }) =>
    text(
      `${tableOf(places, "zh")}有 ${places.length} 行只填了总计，${PARTS_OF_TOTALS[tableKey(places)]?.zh ?? "各列"}全部空白：${sample(places, "zh")}`,
      `${tableOf(places, "en")}: ${counted(places.length, "row")} with a total only, and ${PARTS_OF_TOTALS[tableKey(places)]?.en ?? "their columns"} are blank: ${sample(places, "en")}`,
    ),

  S05_CELL_BLANK: ({ places }) =>
    text(
      `${tableOf(places, "zh")}有 ${places.length} 格空白（空白不等于 0，没有的请填 0）：${sample(places, "zh")}`,
      `${tableOf(places, "en")} has ${places.length} blank cells (a blank is not 0): ${sample(places, "en")}`,
    ),

  S08_OVERLONG: ({ expected, actual }) =>
    text(
      `“一、总体情况”有 ${actual} 字，超过 ${expected} 字`,
      `Section 1 has ${actual} characters, over the limit of ${expected}`,
    ),

  S09_PERIOD: ({ detail }) => {
    const [stated, due] = [listed(detail, "stated"), listed(detail, "due")];
    return text(
      `引言中的统计期限为 ${stated.join(" 至 ")}，应为 ${due.join(" 至 ")}`,
      `The stated statistics period is ${stated.join(" to ")}; it must be ${due.join(" to ")}`,
    );
  },

  T2_REGULATION_NOT_ALLOWED: ({ places }) =>
    text(
      `只有省级和设区的市级政府可以制定规章，应为 0：${valued(places, "zh")}`,
      `Only provinces and cities with districts make regulations; must be 0: ${valued(places, "en")}`,
    ),

  T2_FEE_UNIT: ({ places, detail }) =>
    detail.factor !== undefined
      ? text(
          `收费金额超过上年的 ${word(detail, "factor")} 倍，请核对是否以元填报：${valued(places, "zh")}`,
          `Fees are over ${word(detail, "factor")} times last year's; were yuan typed? ${valued(places, "en")}`,
        )
      : text(
          `收费金额达到 ${word(detail, "from")} 万元以上，请核对是否以元填报：${valued(places, "zh")}`,
          `Fees of ${word(detail, "from")} (10,000 yuan) or more; were yuan typed? ${valued(places, "en")}`,
        ),

  T2_YOY: ({ places }) =>
    text(
      `与上年相差悬殊，请核对：${valued(places, "zh")}`,
      `Differs widely from last year: ${valued(places, "en")}`,
    ),

  T3_UNPAID_NO_FEE: ({ places }) =>
    text(
      `${valued(places, "zh")}，而第六部分未说明收取信息处理费的情况`,
      `${valued(places, "en")}, yet section 6 does not speak of fees`,
    ),

  T4_MORE_THAN_REQUESTS: ({ expected, actual }) =>
    text(
      `表四复议、诉讼共 ${actual} 件，远多于本年和上年表三办理结果之和 ${expected} 件`,
      `Table 4 has ${actual} cases, far above the ${expected} decisions of this and last year in table 3`,
    ),

  D06: ({ detail }) =>
    text(
      `应在 ${word(detail, "dueOn")} 或之前提交，${word(detail, "on")} 已逾期`,
      `Due on ${word(detail, "dueOn")}; late on ${word(detail, "on")}`,
    ),

  D07: ({ detail }) =>
    text(
      `本级年度报告应在 ${word(detail, "dueOn")} 或之前发布，${word(detail, "on")} 已逾期`,
      `The government's report is due for publication on ${word(detail, "dueOn")}; late on ${word(detail, "on")}`,
    ),

  R01: ({ detail }) =>
    text(
      `缺报成员 ${listed(detail, "units").length} 个：${some(detail, "units", "、")}`,
      `${counted(listed(detail, "units").length, "member")} yet to file: ${some(detail, "units", ", ")}`,
    ),

  R02: ({ places, expected, actual, detail }) =>
    text(
      `${valued(places, "zh")}，各成员之和为 ${expected ?? ""}，相差 ${difference(expected, actual)}${unsure(detail, "zh")}`,
      `${valued(places, "en")}; the members add up to ${expected ?? ""}, a difference of ${difference(expected, actual)}${unsure(detail, "en")}`,
    ),

  R03: ({ detail }) =>
    text(
      `成员使用了不同格式：${listed(detail, "formats").join("、")}；只有两种格式共有的单元格计入了全部成员`,
      `Members filed on different forms (${listed(detail, "formats").join(", ")}): only cells of both sum all of them`,
    ),

  R04: ({ detail }) =>
    text(
      `汇总后有变化的成员 ${listed(detail, "units").length} 个，请重新汇总：${some(detail, "units", "、")}`,
      `${counted(listed(detail, "units").length, "member")} changed since: add up again: ${some(detail, "units", ", ")}`,
    ),

  D08: ({ detail }) =>
    detail.tablesChangedOn !== undefined
      ? text(
          `落款日期 ${word(detail, "signedOn")} 早于表格最后修改日期 ${word(detail, "tablesChangedOn")}`,
          `Signed on ${word(detail, "signedOn")}, before the tables last changed on ${word(detail, "tablesChangedOn")}`,
        )
      : text(
          `落款日期 ${word(detail, "signedOn")} 晚于发布日期 ${word(detail, "publishedOn")}`,
          `Signed on ${word(detail, "signedOn")}, after publication on ${word(detail, "publishedOn")}`,
        ),
};
