import { text } from "../kernel/text.js";
import * as source from "./source.checks.js";
import { disclosedAsStated, interpretationsAsStated, proposalsAsStated } from "./narrative.checks.js";
import type { CheckRule } from "./rule.js";

const REGULATION = "政府信息公开条例";

const rule = (rule: Omit<CheckRule, "kind">): CheckRule => ({ kind: "check", ...rule });

const ties: readonly CheckRule[] = [
  rule({
    code: "L01",
    severity: "WARNING",
    title: text("表三与申请台账一致", "Table 3 matches the request ledger"),
    basis: null,
    check: source.ledgerTies("requests"),
  }),
  rule({
    code: "L02",
    severity: "WARNING",
    title: text("表四与复议诉讼台账一致", "Table 4 matches the ledger of remedies"),
    basis: null,
    check: source.ledgerTies("remedies"),
  }),
  rule({
    code: "L03",
    severity: "WARNING",
    title: text(
      "表二与文件台账、外部报送数一致",
      "Table 2 matches the ledgers of documents and supplied counts",
    ),
    basis: null,
    check: source.ledgerTies("proactive"),
  }),
  rule({
    code: "L04",
    severity: "WARNING",
    title: text("建议提案件数与办理台账一致", "Suggestions and proposals match their ledger"),
    basis: null,
    check: proposalsAsStated,
  }),
  rule({
    code: "L05",
    severity: "WARNING",
    title: text("主动公开条数与台账一致", "Stated disclosures match their ledger"),
    basis: null,
    check: disclosedAsStated,
  }),
  rule({
    code: "L06",
    severity: "WARNING",
    title: text("政策解读篇数与台账一致", "Stated interpretations match their ledger"),
    basis: null,
    check: interpretationsAsStated,
  }),
];

const tables: readonly CheckRule[] = [
  rule({
    code: "T3_CORRECTION_NONE",
    severity: "INFO",
    title: text(
      "逾期不补正、补正后不明确的多于补正告知",
      "More requests failed correction than were asked to correct",
    ),
    basis: `${REGULATION}§30`,
    check: source.correctionsWithoutNotice,
  }),
  rule({
    code: "T4_DIRECT_AFTER_2024",
    severity: "WARNING",
    title: text("对不予公开决定应先申请复议", "A refusal goes to review before a suit"),
    basis: "行政复议法(2023)§23；法释〔2025〕8号§1",
    check: source.directSuits,
  }),
  rule({
    code: "T4_STAGE_CHAIN",
    severity: "INFO",
    title: text("复议诉讼应能对应到申请和复议", "Each case is linked to its request and its review"),
    basis: null,
    check: source.unchainedRemedies,
  }),
];

const limits: readonly CheckRule[] = [
  rule({
    code: "D01",
    severity: "WARNING",
    title: text("答复逾期", "An answer is late"),
    basis: `${REGULATION}§33`,
    check: source.requestsLate("D01"),
  }),
  rule({
    code: "D02",
    severity: "WARNING",
    title: text("延期不合规定", "An extension is late, too long or not notified"),
    basis: `${REGULATION}§33`,
    check: source.requestsLate("D02"),
  }),
  rule({
    code: "D03",
    severity: "WARNING",
    title: text("补正告知逾期或不止一次", "A correction notice is late or the second"),
    basis: `${REGULATION}§30`,
    check: source.requestsLate("D03"),
  }),
  rule({
    code: "D04",
    severity: "WARNING",
    title: text("第三方逾期未答复而未作决定", "No decision follows a third party's silence"),
    basis: `${REGULATION}§32`,
    check: source.requestsLate("D04"),
  }),
  rule({
    code: "D05",
    severity: "WARNING",
    title: text("主动公开逾期", "A disclosure is late"),
    basis: `${REGULATION}§26`,
    check: source.publishedTooLate,
  }),
  rule({
    code: "D10",
    severity: "INFO",
    title: text(
      "期限跨入尚未公布放假安排的年度",
      "A due date lies in a year whose holidays are not announced",
    ),
    basis: null,
    check: source.requestsLate("D10"),
  }),
  rule({
    code: "D11",
    severity: "WARNING",
    title: text("收到日期未及时确认", "A receipt is not confirmed, or not in time"),
    basis: `${REGULATION}§31；国办公开办函〔2015〕207号`,
    check: source.requestsLate("D11"),
  }),
  rule({
    code: "D12",
    severity: "WARNING",
    title: text("应当解读的文件没有解读", "A document that must be interpreted is not"),
    basis: "各地政策解读工作办法",
    check: source.notInterpreted,
  }),
];

/** Rules that hold a report against the ledgers, and the ledgers against the law. */
export const ledgerRules: readonly CheckRule[] = [...ties, ...tables, ...limits];

/** 本级汇总 against its members. */
export const ROLL_UP_RULES: readonly CheckRule[] = [
  {
    kind: "check",
    code: "R01",
    title: text("本级汇总有成员缺报", "A member of the roll-up has not filed"),
    basis: "政府信息公开条例§49",
    severity: "WARNING",
    check: source.memberMissing,
  },
  {
    kind: "check",
    code: "R02",
    title: text("本级汇总等于各成员之和", "The roll-up is the sum of its members"),
    basis: null,
    severity: "WARNING",
    check: source.memberSum,
  },
  {
    kind: "check",
    code: "R03",
    title: text("各成员所用格式一致", "The members use one form"),
    basis: null,
    severity: "WARNING",
    check: source.mixedFormats,
  },
  {
    kind: "check",
    code: "R04",
    title: text("汇总后成员报告有变化", "A member's report changed after the roll-up"),
    basis: null,
    severity: "WARNING",
    check: source.memberAmended,
  },
];
