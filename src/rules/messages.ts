import { text, type Text, counted } from "../kernel/text.js";
import {
  type StoredFault,
  difference,
  firstNames,
  cellsWithValues,
  detailText,
  linearMessage,
  detailList,
  firstCells,
  tableKey,
  tableOf,
  uncertaintyNote,
} from "./message-parts.js";
import { ruleByCode } from "./rules.data.js";

type Message = (fault: StoredFault) => Text;

const tie: Message = ({ places, expected, actual }) =>
  text(
    `${cellsWithValues(places, "zh")}，台账为 ${expected}，相差 ${difference(expected, actual)}；请核对，或说明差异`,
    `${cellsWithValues(places, "en")}, the ledger says ${expected}; difference ${difference(expected, actual)}: correct it, or explain the difference`,
  );

/** Names of the figures that L04, L05 and L06 compare. */
const FIGURES: Readonly<Record<string, Text>> = {
  total: text("主动公开信息总数", "items disclosed in all"),
  WEBSITE: text("政府网站", "the website"),
  WECHAT: text("微信公众号", "WeChat"),
  WEIBO: text("微博", "Weibo"),
  PRESS: text("报刊、广播、电视", "press, radio, television"),
  GAZETTE: text("政府公报", "the gazette"),
  BULLETIN: text("公示栏", "notice boards"),
  VIDEO: text("视频号", "video accounts"),
  APP: text("客户端", "the app"),
  CONGRESS_SUGGESTION: text("人大代表建议", "congress suggestions"),
  CPPCC_PROPOSAL: text("政协提案", "CPPCC proposals"),
  INTERPRETATIONS: text("政策解读", "interpretations"),
};

const stated =
  (measure: string): Message =>
  ({ detail, expected, actual }) => {
    const category = detailText(detail, "category");
    const figure = FIGURES[detailText(detail, "figure")] ?? text(`“${category}”`, category);
    const by = difference(expected, actual);
    return text(
      `正文写${figure.zh} ${actual} ${measure}，台账为 ${expected} ${measure}，相差 ${by}`,
      `The text states ${actual} for ${figure.en}, the ledger ${expected}; difference ${by}`,
    );
  };

const listing =
  (zh: string, en: string, measure = "件"): Message =>
  ({ detail }) => {
    const count = Number(detail.count ?? 0);
    const names = (comma: string): string =>
      firstNames(detail, "names", comma) + (count > namesIn(detail) ? " …" : "");
    return text(`${zh} ${count} ${measure}：${names("、")}`, `${en}: ${count} (${names(", ")})`);
  };

const namesIn = ({ names }: StoredFault["detail"]): number => (typeof names === "object" ? names.length : 0);

export const LEDGER_MESSAGES: Readonly<Record<string, Message>> = {
  L01: tie,
  L02: tie,
  L03: tie,
  L04: stated("件"),
  L05: stated("条"),
  L06: stated("篇"),
  T3_CORRECTION_NONE: ({ places, expected }) =>
    text(
      `${cellsWithValues(places, "zh")}，多于台账中的补正告知 ${expected} 件（条例§30）`,
      `${cellsWithValues(places, "en")}: more than the ${expected} correction notices in the ledger (条例§30)`,
    ),
  T4_DIRECT_AFTER_2024: listing(
    "2024年以后的不予公开决定应先申请复议（行政复议法§23），未经复议直接起诉的",
    "Suits without review against refusals of 2024 or later, which go to review first (行政复议法§23)",
  ),
  T4_STAGE_CHAIN: listing(
    "在台账中没有对应申请，或复议后起诉而没有对应复议的",
    "Cases without their request, or suits after review without their review, in the ledgers",
  ),
  D01: listing("答复逾期（条例§33）的申请", "Requests answered late (条例§33)"),
  D02: listing(
    "延期超过20个工作日、晚于答复期限或未告知（条例§33）的申请",
    "Requests whose extension was over 20 working days, late or not notified (条例§33)",
  ),
  D03: listing(
    "补正告知超过7个工作日或不止一次（条例§30）的申请",
    "Requests whose correction notice came after 7 working days or twice (条例§30)",
  ),
  D04: listing(
    "第三方15个工作日未答复而未及时决定（条例§32）的申请",
    "Requests not decided after 15 working days of a third party's silence (条例§32)",
  ),
  D05: listing(
    "形成或变更后超过20个工作日才公开（条例§26）的信息",
    "Disclosures later than 20 working days after they were formed or changed (条例§26)",
    "条",
  ),
  D10: listing(
    "期限跨入尚未公布放假安排的年度、待重新计算的申请",
    "Requests whose due date lies in a year whose holidays are not announced",
  ),
  D11: listing(
    "到达后未及时确认收到（条例§31）的申请",
    "Requests whose receipt was not confirmed in time (条例§31)",
  ),
  D12: ({ actual }) =>
    text(
      `台账中有 ${actual} 个应当解读的文件没有发布解读：请补登解读，或说明原因`,
      `Documents in the ledger that must be interpreted and are not: ${actual}; enter the interpretations, or say why`,
    ),
};

/** The message of a stored fault in both languages: table, row and column, both values, the difference. */
export function faultMessage(fault: StoredFault): Text {
  if (fault.said) return fault.said.message;
  const rule = ruleByCode(fault.rule);
  if (rule?.kind === "linear") return linearMessage(rule, fault);
  return MESSAGES[fault.rule]?.(fault) ?? rule?.title ?? text(fault.rule, fault.rule);
}

/** The summands of a row's total. */
const PARTS_OF_TOTALS: Readonly<Record<string, Text>> = {
  requests: text("各类申请人的列", "the columns of applicants"),
  remedies: text("各种结果的列", "the columns of outcomes"),
};

const MESSAGES: Readonly<Record<string, (fault: StoredFault) => Text>> = {
  ...LEDGER_MESSAGES,

  S02_OVERVIEW_PARTS: ({ detail }) =>
    text(
      `“一、总体情况”缺少：${detailList(detail, "missing").join("、")}`,
      `Section 1 does not speak of: ${detailList(detail, "missing").join(", ")}`,
    ),

  S03_TEXT_EMPTY: ({ detail }) =>
    text(
      `第五部分为空、只有标题或不足 ${detailText(detail, "shortest")} 个字，应写明存在的问题和改进情况`,
      `Section 5 is empty, holds its heading only, or is shorter than ${detailText(detail, "shortest")} characters`,
    ),

  S12_PROBLEMS_PARTS: ({ detail }) =>
    text(
      `第五部分应写明存在的问题和改进情况，似未写明：${detailList(detail, "missing").join("、")}；请补充，或说明`,
      `Section 5 should state problems and improvements; it does not seem to speak of: ${detailList(detail, "missing").join(", ")}`,
    ),

  S13_TOTALS_ONLY: ({ places }) =>
    text(
      `${tableOf(places, "zh")}有 ${places.length} 行只填了总计，${PARTS_OF_TOTALS[tableKey(places)]?.zh ?? "各列"}全部空白：${firstCells(places, "zh")}`,
      `${tableOf(places, "en")}: ${counted(places.length, "row")} with a total only, and ${PARTS_OF_TOTALS[tableKey(places)]?.en ?? "their columns"} are blank: ${firstCells(places, "en")}`,
    ),

  S05_CELL_BLANK: ({ places }) =>
    text(
      `${tableOf(places, "zh")}有 ${places.length} 格空白（空白不等于 0，没有的请填 0）：${firstCells(places, "zh")}`,
      `${tableOf(places, "en")} has ${places.length} blank cells (a blank is not 0): ${firstCells(places, "en")}`,
    ),

  S08_OVERLONG: ({ expected, actual }) =>
    text(
      `“一、总体情况”有 ${actual} 字，超过 ${expected} 字`,
      `Section 1 has ${actual} characters, over the limit of ${expected}`,
    ),

  S09_PERIOD: ({ detail }) => {
    const [stated, due] = [detailList(detail, "stated"), detailList(detail, "due")];
    return text(
      `引言中的统计期限为 ${stated.join(" 至 ")}，应为 ${due.join(" 至 ")}`,
      `The stated statistics period is ${stated.join(" to ")}; it must be ${due.join(" to ")}`,
    );
  },

  T2_REGULATION_NOT_ALLOWED: ({ places }) =>
    text(
      `只有省级和设区的市级政府可以制定规章，应为 0：${cellsWithValues(places, "zh")}`,
      `Only provinces and cities with districts make regulations; must be 0: ${cellsWithValues(places, "en")}`,
    ),

  T2_FEE_UNIT: ({ places, detail }) =>
    detail.factor !== undefined
      ? text(
          `收费金额超过上年的 ${detailText(detail, "factor")} 倍，请核对是否以元填报：${cellsWithValues(places, "zh")}`,
          `Fees are over ${detailText(detail, "factor")} times last year's; were yuan typed? ${cellsWithValues(places, "en")}`,
        )
      : text(
          `收费金额达到 ${detailText(detail, "from")} 万元以上，请核对是否以元填报：${cellsWithValues(places, "zh")}`,
          `Fees of ${detailText(detail, "from")} (10,000 yuan) or more; were yuan typed? ${cellsWithValues(places, "en")}`,
        ),

  T2_YOY: ({ places }) =>
    text(
      `与上年相差悬殊，请核对：${cellsWithValues(places, "zh")}`,
      `Differs widely from last year: ${cellsWithValues(places, "en")}`,
    ),

  T3_UNPAID_NO_FEE: ({ places }) =>
    text(
      `${cellsWithValues(places, "zh")}，而第六部分未说明收取信息处理费的情况`,
      `${cellsWithValues(places, "en")}, yet section 6 does not speak of fees`,
    ),

  T4_MORE_THAN_REQUESTS: ({ expected, actual }) =>
    text(
      `表四复议、诉讼共 ${actual} 件，远多于本年和上年表三办理结果之和 ${expected} 件`,
      `Table 4 has ${actual} cases, far above the ${expected} decisions of this and last year in table 3`,
    ),

  D06: ({ detail }) =>
    text(
      `应在 ${detailText(detail, "dueOn")} 或之前提交，${detailText(detail, "on")} 已逾期`,
      `Due on ${detailText(detail, "dueOn")}; late on ${detailText(detail, "on")}`,
    ),

  D07: ({ detail }) =>
    text(
      `本级年度报告应在 ${detailText(detail, "dueOn")} 或之前发布，${detailText(detail, "on")} 已逾期`,
      `The government's report is due for publication on ${detailText(detail, "dueOn")}; late on ${detailText(detail, "on")}`,
    ),

  R01: ({ detail }) =>
    text(
      `缺报成员 ${detailList(detail, "units").length} 个：${firstNames(detail, "units", "、")}`,
      `${counted(detailList(detail, "units").length, "member")} yet to file: ${firstNames(detail, "units", ", ")}`,
    ),

  R02: ({ places, expected, actual, detail }) =>
    text(
      `${cellsWithValues(places, "zh")}，各成员之和为 ${expected ?? ""}，相差 ${difference(expected, actual)}${uncertaintyNote(detail, "zh")}`,
      `${cellsWithValues(places, "en")}; the members add up to ${expected ?? ""}, a difference of ${difference(expected, actual)}${uncertaintyNote(detail, "en")}`,
    ),

  R03: ({ detail }) =>
    text(
      `成员使用了不同格式：${detailList(detail, "formats").join("、")}；只有两种格式共有的单元格计入了全部成员`,
      `Members filed on different forms (${detailList(detail, "formats").join(", ")}): only cells of both sum all of them`,
    ),

  R04: ({ detail }) =>
    text(
      `汇总后有变化的成员 ${detailList(detail, "units").length} 个，请重新汇总：${firstNames(detail, "units", "、")}`,
      `${counted(detailList(detail, "units").length, "member report")} changed after the roll-up; run deriveReport again: ${firstNames(detail, "units", ", ")}`,
    ),

  D08: ({ detail }) =>
    detail.tablesChangedOn !== undefined
      ? text(
          `落款日期 ${detailText(detail, "signedOn")} 早于表格最后修改日期 ${detailText(detail, "tablesChangedOn")}`,
          `Signed on ${detailText(detail, "signedOn")}, before the tables last changed on ${detailText(detail, "tablesChangedOn")}`,
        )
      : text(
          `落款日期 ${detailText(detail, "signedOn")} 晚于发布日期 ${detailText(detail, "publishedOn")}`,
          `Signed on ${detailText(detail, "signedOn")}, after publication on ${detailText(detail, "publishedOn")}`,
        ),
};
