import { text, type Text } from "../kernel/text.js";
import type { StoredFault } from "./linear.message.js";
import { difference, some, valued, word } from "./message-parts.js";

type Message = (fault: StoredFault) => Text;

const tie: Message = ({ places, expected, actual }) =>
  text(
    `${valued(places, "zh")}，台账为 ${expected}，相差 ${difference(expected, actual)}；请核对，或说明差异`,
    `${valued(places, "en")}, the ledger says ${expected}; difference ${difference(expected, actual)}: correct it, or explain the difference`,
  );

/** The figures that L04 and L05 compare, as a sentence calls them. */
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
};

const stated =
  (measure: string): Message =>
  ({ detail, expected, actual }) => {
    const category = word(detail, "category");
    const figure = FIGURES[word(detail, "figure")] ?? text(`“${category}”`, category);
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
      some(detail, "names", comma) + (count > namesIn(detail) ? " …" : "");
    return text(`${zh} ${count} ${measure}：${names("、")}`, `${en}: ${count} (${names(", ")})`);
  };

const namesIn = ({ names }: StoredFault["detail"]): number => (typeof names === "object" ? names.length : 0);

export const LEDGER_MESSAGES: Readonly<Record<string, Message>> = {
  L01: tie,
  L02: tie,
  L03: tie,
  L04: stated("件"),
  L05: stated("条"),
  T3_CORRECTION_NONE: ({ places, expected }) =>
    text(
      `${valued(places, "zh")}，多于台账中的补正告知 ${expected} 件（条例§30）`,
      `${valued(places, "en")}: more than the ${expected} correction notices in the ledger (条例§30)`,
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
    "Requests whose extension was over 20 working days, late or not told (条例§33)",
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
};
