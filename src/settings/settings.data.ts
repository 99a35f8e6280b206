import { text, type Text } from "../kernel/text.js";
import type { LocalDay } from "../kernel/working-calendar.js";

/** The kind of value, and its default. */
export type SettingKind =
  | { readonly kind: "integer"; readonly least: number; readonly most: number; readonly default: number }
  | { readonly kind: "year"; readonly default: number | null }
  | { readonly kind: "yes-no"; readonly default: boolean }
  | { readonly kind: "choice"; readonly of: readonly string[]; readonly default: string }
  | { readonly kind: "words"; readonly default: readonly string[] }
  /** A name, or none. */
  | { readonly kind: "name"; readonly default: string | null }
  /** Merged day by day; the nearest government's entry for a day wins. Default: the days of the place. */
  | { readonly kind: "days"; readonly default: readonly LocalDay[] };

export type SettingSpec = SettingKind & {
  readonly title: Text;
  /** The legal basis, or why the law leaves it open. */
  readonly basis: string;
};

const months = (title: Text, basis: string, months: number) =>
  ({ kind: "integer", least: 1, most: 12, default: months, title, basis }) as const;

/** All settings. The nearest government above a unit that set one decides; else the default holds. */
export const SETTINGS = {
  "ledgers.since": {
    kind: "year",
    default: null,
    title: text(
      "台账自哪一年起完整（空：自最早一条记录所在年）",
      "First year whose ledgers are complete (empty: that of the first record)",
    ),
    basis: "启用前收到、启用后办理的申请须补录，其收到年度的台账并不完整",
  },
  "clock.pausedDays": {
    kind: "choice",
    of: ["AFTER_SENT", "UNTIL_ANSWER"],
    default: "AFTER_SENT",
    title: text(
      "征求意见不计入期限的日子：AFTER_SENT 发函次日至答复日，UNTIL_ANSWER 发函日至答复前一日",
      "Days that an inquiry pauses: AFTER_SENT from the day after the letter to the answer; UNTIL_ANSWER from the letter to the day before",
    ),
    basis: "条例 §33 第三款未规定起止日如何计算",
  },
  "clock.restartAfterPayment": {
    kind: "yes-no",
    default: true,
    title: text(
      "缴费后答复期限重新计算（否：只扣除等待缴费的时间）",
      "Payment restarts the reply period (no: waiting for it only pauses)",
    ),
    basis: "国办函〔2020〕109号",
  },
  "clock.reasonsPause": {
    kind: "yes-no",
    default: false,
    title: text("要求说明理由期间不计入期限", "Asking for reasons pauses the clock"),
    basis: "条例 §35 未规定",
  },
  "clock.extensionAfterRestart": {
    kind: "choice",
    of: ["AGAIN", "KEPT"],
    default: "AGAIN",
    title: text(
      "期限重新计算后的延长：AGAIN 原延长不再计算，可以再延长一次；KEPT 原延长仍然有效，不得再延长",
      "An extension when the period begins anew: AGAIN it is gone, and one more may be granted; KEPT it stands, and none may",
    ),
    basis: "条例 §30、§33 未规定补正前的延长如何处理",
  },
  "clock.receiptOnDayOff": {
    kind: "choice",
    of: ["THAT_DAY", "NEXT_WORKING_DAY"],
    default: "THAT_DAY",
    title: text(
      "互联网、传真申请在休息日收到的：THAT_DAY 以当日为收到之日，NEXT_WORKING_DAY 答复期限自下一个工作日起算",
      "Received online or by fax on a day off: THAT_DAY counts, or the reply period runs from the NEXT_WORKING_DAY",
    ),
    basis: "条例 §31 未规定休息日；有判决自次一工作日起算",
  },
  "calendar.days": {
    kind: "days",
    default: [],
    title: text(
      "与全国放假安排不同的日子：OFF 放假，WORK 上班，NATIONAL 同全国；与上级的逐日合并",
      "Days other than in the country: OFF, WORK, or NATIONAL after all; added to those decided above, day by day",
    ),
    basis: "全国年节及纪念日放假办法 §4",
  },
  "requests.confirmDays": {
    kind: "integer",
    least: 0,
    most: 10,
    default: 1,
    title: text(
      "互联网、传真申请到达后多少个工作日内应当确认收到（平常信函为当日）",
      "Working days after its arrival within which the receipt of a request online or by fax is confirmed (an ordinary letter: the same day)",
    ),
    basis: "条例 §31；国办公开办函〔2015〕207号：平常信函当日电话确认",
  },
  "requests.dueSoonDays": {
    kind: "integer",
    least: 1,
    most: 20,
    default: 5,
    title: text(
      "到期前多少个工作日提醒",
      "Working days before the due date from which a request is due soon",
    ),
    basis: "内部提醒",
  },
  "letters.reviewBody": {
    kind: "name",
    default: null,
    title: text(
      "答复书告知的行政复议机关（空：按机关隶属，为本级或者上一级人民政府）",
      "Review body that a decision names (empty: the government of the same level, or of the next for a government)",
    ),
    basis: "行政复议法 §24、§27、§28",
  },
  "letters.court": {
    kind: "name",
    default: null,
    title: text(
      "答复书告知的管辖法院（空：有管辖权的人民法院）",
      "Court that a decision names (empty: the people's court that has jurisdiction)",
    ),
    basis: "行政诉讼法 §14、§15、§18；集中管辖由各地规定",
  },
  "letters.onlineReview": {
    kind: "name",
    default: null,
    title: text(
      "在线申请行政复议的渠道；网上送达的答复书必须告知",
      "Where a review can be asked for online; a decision served online has to name it",
    ),
    basis: "行政复议法 §22 第二款",
  },
  "letters.queryMatterRemedy": {
    kind: "choice",
    of: ["CHOICE", "REVIEW_FIRST"],
    default: "CHOICE",
    title: text(
      "属于行政查询事项的答复：CHOICE 可以复议也可以直接起诉，REVIEW_FIRST 应当先申请复议",
      "A decision on a registry query: CHOICE of review or suit, or REVIEW_FIRST",
    ),
    basis: "表三计入不予公开，但依据条例 §36(7)，法释〔2025〕8号 §1 只列 §14 至 §16",
  },
  "interpretations.dueDays": {
    kind: "integer",
    least: 0,
    most: 20,
    default: 3,
    title: text(
      "应当解读的文件公布后多少个工作日内发布解读（0：当日）",
      "Working days after a document within which its interpretation is published (0: the same day)",
    ),
    basis: "各地政策解读工作办法：与文件同步公布，最迟三个工作日；全国未作规定",
  },
  "proposals.congressMonths": months(
    text("人大代表建议办理期限（月）", "Months to answer a congress suggestion"),
    "代表法(2025) §51",
    3,
  ),
  "proposals.congressBroadMonths": months(
    text(
      "涉及面广、处理难度大的人大代表建议办理期限（月）",
      "Months for a broad or difficult congress suggestion",
    ),
    "代表法(2025) §51",
    6,
  ),
  "proposals.cppccMonths": months(
    text("政协提案办理期限（月）", "Months to answer a CPPCC proposal"),
    "各地政协提案办理办法",
    3,
  ),
  "proposals.cppccBroadMonths": months(
    text("涉及面广、处理难度大的政协提案办理期限（月）", "Months for a broad or difficult CPPCC proposal"),
    "各地政协提案办理办法",
    6,
  ),
  "proposals.redoMonths": months(
    text("不满意件重新办理期限（月）", "Months to answer again what was found unsatisfactory"),
    "各地办理办法",
    3,
  ),
  "proposals.resultClasses": {
    kind: "words",
    default: ["A", "B", "C"],
    title: text("办理结果分类", "Classes of results"),
    basis: "各地分三类或四类",
  },
  "reports.onePerson": {
    kind: "yes-no",
    default: false,
    title: text(
      "兼岗：同一人可以编报并报送、报送并审定年报，报告注明同一人办理",
      "One person may draft and submit a report, or submit and approve it; the report then says so",
    ),
    basis: "内部控制；只有一名工作人员的单位无法分由两人办理",
  },
  "rules.feesYuanFrom": {
    kind: "integer",
    least: 1,
    most: 100_000_000,
    default: 100_000,
    title: text(
      "没有上年数时，收费金额达到多少万元提示核对是否以元填报（乡镇、街道为其十分之一）",
      "Without last year's, fees from how many 10,000 yuan on may be yuan (towns and sub-districts: a tenth)",
    ),
    basis: "表二“单位：万元”；大部门首年收费可达数千万元",
  },
  "rules.likenessPrevious": {
    kind: "integer",
    least: 20,
    most: 100,
    default: 80,
    title: text(
      "正文与上年报告相同达到百分之多少时提示（格式规定的文字和数字不计）",
      "Per cent of a report's text that may not be last year's (the form's own wording and figures aside)",
    ),
    basis: "国办公开办函〔2021〕30号：年度报告雷同、应付的，依法追究责任；比例未规定",
  },
  "rules.likenessPeer": {
    kind: "integer",
    least: 20,
    most: 100,
    default: 75,
    title: text(
      "正文与同级单位已发布的报告相同达到百分之多少时提示（格式规定的文字和数字不计）",
      "Per cent of a report's text that may not be a sibling's published report's (the form's own wording and figures aside)",
    ),
    basis: "国办公开办函〔2021〕30号：年度报告雷同、应付的，依法追究责任；比例未规定",
  },
  "reminders.firstDays": {
    kind: "integer",
    least: 1,
    most: 60,
    default: 10,
    title: text(
      "报送期限前多少个工作日首次催报",
      "Working days before a report is due on which its unit is first reminded",
    ),
    basis: "内部催报；条例 §47 只规定督促整改和通报批评，未规定日期",
  },
  "reminders.secondDays": {
    kind: "integer",
    least: 0,
    most: 60,
    default: 3,
    title: text(
      "报送期限前多少个工作日再次催报",
      "Working days before a report is due of the second reminder",
    ),
    basis: "内部催报；条例 §47 未规定日期",
  },
  "reminders.noticeDays": {
    kind: "integer",
    least: 1,
    most: 60,
    default: 5,
    title: text(
      "逾期多少个工作日仍未报送的通报",
      "Working days after a report was due from which its unit is named in a public notice",
    ),
    basis: "条例 §47：督促整改或者通报批评；日期未规定",
  },
  "ranking.minimumBase": {
    kind: "integer",
    least: 1,
    most: 1_000,
    default: 10,
    title: text("比率的分母少于多少件时不参加排名", "Rates out of fewer cases than this are not ranked"),
    basis: "分母过小的比率不可比；年报中的分子、分母照常列出",
  },
  "analytics.protection": {
    kind: "choice",
    of: ["ROUNDED", "SUPPRESSED"],
    default: "ROUNDED",
    title: text(
      "对外统计如何保护少数案件：ROUNDED 各数加扰动，多个答案相减也得不出少数几件；SUPPRESSED 只隐去少数几件，答案之间相减可能得出",
      "How statistics for outsiders protect few cases: ROUNDED gives counts noise, which holds between answers, too; SUPPRESSED hides few within one answer only",
    ),
    basis: "条例 §15（第三方合法权益）：不得从统计结果认出申请人",
  },
  "analytics.protectOfficers": {
    kind: "yes-no",
    default: false,
    title: text(
      "主管部门自己的统计也作同样保护（供对外提供之用）",
      "The district's own officers get protected statistics, too (for what is passed on)",
    ),
    basis: "主管部门可查阅台账，法规未规定",
  },
  "analytics.threshold": {
    kind: "integer",
    least: 1,
    most: 20,
    default: 3,
    title: text(
      "analytics.protection 为 SUPPRESSED 时，统计结果中少于多少件申请、案件的单元格对本单位和主管部门以外的人隐去",
      "Where analytics.protection is SUPPRESSED, statistics hide cells made of fewer requests or cases than this from those outside the unit and its district",
    ),
    basis: "条例 §15（第三方合法权益）：不得从统计结果认出申请人",
  },
} as const satisfies Record<string, SettingSpec>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

type ValueOf<S extends SettingSpec> = S extends { kind: "integer" }
  ? number
  : S extends { kind: "name" }
    ? string | null
    : S extends { kind: "year" }
      ? number | null
      : S extends { kind: "yes-no" }
        ? boolean
        : S extends { kind: "choice"; of: readonly (infer C)[] }
          ? C
          : S extends { kind: "days" }
            ? readonly LocalDay[]
            : readonly string[];

/** All settings of one unit. */
export type Settings = { readonly [K in SettingKey]: ValueOf<(typeof SETTINGS)[K]> };

export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as unknown as Settings;
