import { text } from "../kernel/text.js";
import { late, signature } from "./date.checks.js";
import { ledgerRules, ROLL_UP_RULES } from "./source-rules.data.js";
import { NARRATIVE_RULES } from "./narrative-rules.data.js";
import { remarksAs } from "./narrative.checks.js";
import { publishedLate } from "./source.checks.js";
import type { CheckRule, LinearRule, Rule, Term } from "./rule.js";
import * as table from "./table.checks.js";
import { TEXT_RULES } from "./text-rules.data.js";

const FORM = "国办公开办函〔2021〕30号";
const REGULATION = "政府信息公开条例";

const cell = (code: string, more: Partial<Term> = {}): Term => ({ cell: code, ...more });
const minus = (code: string): Term => cell(code, { minus: true });
const lastYear = (code: string): Term => cell(code, { lastYear: true });

const identities: readonly LinearRule[] = [
  {
    kind: "linear",
    code: "T3.FLOW",
    title: text("第一项加第二项等于第三项加第四项", "Received and carried in equal results and carried out"),
    basis: `${FORM} 表三表内注`,
    severity: "ERROR",
    forEach: "column",
    left: [cell("requests.received.{column}"), cell("requests.carriedIn.{column}")],
    op: "=",
    right: [cell("requests.total.{column}"), cell("requests.carriedOut.{column}")],
    skipIfBlank: ["all"],
  },
  {
    kind: "linear",
    code: "T3.RESULT_TOTAL",
    title: text("办理结果各项之和等于（七）总计", "Results add up to their total"),
    basis: `${FORM} 表三结构`,
    severity: "ERROR",
    forEach: "column",
    left: [cell("{result}.{column}", { as: text("（一）至（六）各项之和", "sum of results (1) to (6)") })],
    op: "=",
    right: [cell("requests.total.{column}")],
    skipIfBlank: ["all"],
  },
  {
    kind: "linear",
    code: "T3.ROW_TOTAL",
    title: text("各类申请人之和等于总计", "Applicants add up to the total of a row"),
    basis: `${FORM} 表三结构`,
    severity: "ERROR",
    forEach: "row",
    left: [cell("{row}.{applicant}")],
    op: "=",
    right: [cell("{row}.total")],
    // S13_TOTALS_ONLY reports totals without parts.
    skipIfBlank: ["left"],
  },
  {
    kind: "linear",
    code: "T4.GROUP_TOTAL",
    title: text("四种结果之和等于总计", "Outcomes add up to the total of a group"),
    basis: `${FORM} 表四结构`,
    severity: "ERROR",
    forEach: "group",
    left: [cell("{group}.{outcome}")],
    op: "=",
    right: [cell("{group}.total")],
    skipIfBlank: ["left"],
  },
];

const proactiveChecks: readonly CheckRule[] = [
  {
    kind: "check",
    code: "T2_REGULATION_NOT_ALLOWED",
    title: text("该级机关无权制定规章", "This kind of organ cannot make regulations"),
    basis: "立法法(2023)§91、§93",
    severity: "ERROR",
    check: table.regulationsNotAllowed,
  },
  {
    kind: "check",
    code: "T2_FEE_UNIT",
    title: text("收费金额的单位是万元", "Fees are in units of 10,000 yuan"),
    basis: `${FORM} 表二“单位：万元”`,
    severity: "WARNING",
    check: table.feeUnit,
  },
];

const documents: readonly LinearRule[] = [
  {
    kind: "linear",
    code: "T2_IN_FORCE",
    title: text("上年现行有效加本年制发减本年废止等于现行有效", "In force follows from last year's"),
    basis: null,
    severity: "WARNING",
    since: "2021",
    forEach: "document",
    left: [lastYear("{document}.inForce"), cell("{document}.issued"), minus("{document}.repealed")],
    op: "=",
    right: [cell("{document}.inForce")],
    // S05 reports blank tables.
    skipIfBlank: ["lastYear", "thisYear"],
    sameFormat: true,
  },
  {
    kind: "linear",
    code: "T2_ISSUED_IN_FORCE",
    title: text("本年制发不多于现行有效加本年废止", "Issued documents are in force or repealed"),
    basis: null,
    severity: "WARNING",
    since: "2021",
    forEach: "document",
    left: [cell("{document}.issued")],
    op: "<=",
    right: [cell("{document}.inForce"), cell("{document}.repealed")],
    skipIfBlank: ["all"],
  },
  {
    kind: "linear",
    code: "T2_PUBLISHED_TOTAL",
    title: text("本年新公开不多于对外公开总数量", "Published this year does not exceed the cumulative total"),
    basis: null,
    severity: "WARNING",
    until: { form: "2019", why: "the form of 2021 dropped the columns 本年新公开数量 and 对外公开总数量" },
    forEach: "document",
    left: [cell("{document}.published")],
    op: "<=",
    right: [cell("{document}.publishedTotal")],
    skipIfBlank: ["all"],
  },
  {
    kind: "linear",
    code: "T2_ITEMS_NONNEGATIVE",
    title: text("上一年项目数量加本年增减不小于零", "Items do not fall below zero"),
    basis: null,
    severity: "WARNING",
    until: {
      form: "2019",
      why: "the form of 2021 dropped the columns of items, 上一年项目数量 and 本年增/减",
    },
    forEach: "itemRow",
    left: [],
    op: "<=",
    right: [cell("{itemRow}.itemsLastYear"), cell("{itemRow}.itemsDelta")],
    skipIfBlank: ["all"],
  },
];

const plausibility: readonly CheckRule[] = [
  {
    kind: "check",
    code: "T2_YOY",
    title: text("表二数字与上年相差悬殊", "A count differs widely from last year's"),
    basis: null,
    severity: "WARNING",
    check: table.yearOnYear,
  },
  {
    kind: "check",
    code: "T3_UNPAID_NO_FEE",
    title: text("有逾期未缴费而第六部分未说明收费", "Fees went unpaid, yet section 6 does not speak of fees"),
    basis: `${REGULATION}§42；国办函〔2020〕109号`,
    severity: "INFO",
    check: table.unpaidWithoutFee,
  },
  {
    kind: "check",
    code: "T4_MORE_THAN_REQUESTS",
    title: text("复议诉讼远多于两年的办理结果", "Far more remedies than decisions of two years"),
    basis: null,
    severity: "INFO",
    check: table.moreRemediesThanRequests,
  },
];

const acrossYears: readonly LinearRule[] = [
  {
    kind: "linear",
    code: "X_CARRY",
    title: text("上年结转下年度等于本年上年结转", "Carried out last year equals carried in"),
    basis: null,
    severity: "ERROR",
    // The unit cannot change last year's report, corrected after this one was drafted, so an explanation is enough.
    severityIfRevised: "WARNING",
    forEach: "column",
    left: [lastYear("requests.carriedOut.{column}")],
    op: "=",
    right: [cell("requests.carriedIn.{column}")],
    skipIfBlank: ["lastYear"],
  },
  {
    kind: "linear",
    code: "X_T4_PENDING",
    title: text("上年尚未审结不多于本年总计", "Cases pending last year reappear"),
    basis: null,
    severity: "WARNING",
    forEach: "group",
    left: [lastYear("{group}.pending")],
    op: "<=",
    right: [cell("{group}.total")],
    skipIfBlank: ["lastYear", "thisYear"],
  },
];

const dates: readonly CheckRule[] = [
  {
    kind: "check",
    code: "D06",
    title: text("报告逾期提交", "The report is late"),
    basis: `${REGULATION}§49`,
    severity: "INFO",
    check: late,
  },
  {
    kind: "check",
    code: "D07",
    title: text("本级年度报告逾期发布", "The government's report is published late"),
    basis: `${REGULATION}§49(2)`,
    severity: "INFO",
    check: publishedLate,
  },
  {
    kind: "check",
    code: "D08",
    title: text(
      "落款日期与填表、发布日期矛盾",
      "The signature date contradicts the tables or the publication",
    ),
    basis: null,
    severity: "WARNING",
    // The pictures that a text was made from bear dates, too.
    check: (input) => [...signature(input), ...remarksAs("D08")(input)],
  },
];

/** All rules, in the order of findings. Codes and severities are permanent. */
export const RULES: readonly Rule[] = [
  ...TEXT_RULES,
  ...identities,
  ...proactiveChecks,
  ...documents,
  ...plausibility,
  ...acrossYears,
  ...NARRATIVE_RULES,
  ...ledgerRules,
  ...dates,
  ...ROLL_UP_RULES,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** undefined for unknown and retired codes. */
export const ruleByCode = (code: string): Rule | undefined => BY_CODE.get(code);
