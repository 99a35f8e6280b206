import { text, type Text } from "../kernel/text.js";
import { figuresOfPeers, likeLastYear, likePeers } from "./likeness.checks.js";
import { remarksAs } from "./narrative.checks.js";
import type { CheckRule, Severity } from "./rule.js";

const FORM = "国办公开办函〔2021〕30号";
const REGULATION = "政府信息公开条例";

/**
 * A rule of the audit of the text. Its severity is that of the plain case: N01, N02 and N05 are an ERROR only for exact
 * counts in a list that claims to be complete (分别为, a colon, 其他), otherwise a WARNING.
 */
const rule = (code: string, severity: Severity, title: Text, basis: string | null = null): CheckRule => ({
  ...{ kind: "check", code, severity, title, basis },
  check: remarksAs(code),
});

/** What the text says against itself, against the tables and against last year's report. Codes are permanent. */
export const NARRATIVE_RULES: readonly CheckRule[] = [
  rule(
    "S10_INTRO_PARTS",
    "WARNING",
    text("写明的部分数与列出的一致", "As many parts are named as announced"),
    FORM,
  ),
  rule("S11_ANNEX", "INFO", text("不提没有的附表附件", "No annex is named that is not there"), FORM),
  rule("S14_SUPERSEDED", "WARNING", text("引用的文件现行有效", "The circulars cited are in force"), FORM),
  rule("S15_OTHER_FORM", "WARNING", text("不用其他年度格式的项目", "No words of another year's form"), FORM),
  rule("N01_CHANNEL_SUM", "WARNING", text("各渠道之和与总数相符", "Channels add up to their total")),
  rule(
    "N02_CATEGORY_SUM",
    "WARNING",
    text("各项之和与总数相符", "Categories add up to what they break down"),
  ),
  rule("N03_CATEGORY_DUP", "WARNING", text("同一类别不列两次", "No category is listed twice")),
  rule(
    "N04_REQ_NEW",
    "WARNING",
    text("收到申请件数与表三一致", "Requests received match table 3"),
    `${FORM} 表三`,
  ),
  rule(
    "N05_REQ_GROUPS",
    "WARNING",
    text("各类申请、结果与总数相符", "Requests by kind add up, and match table 3"),
    `${FORM} 表三`,
  ),
  rule(
    "N06_CARRY",
    "WARNING",
    text("新收、结转、办结前后相符", "Received, carried and answered tie"),
    `${FORM} 表三表内注`,
  ),
  rule("N07_REVIEW", "WARNING", text("行政复议件数与表四一致", "Reviews match table 4"), `${FORM} 表四`),
  rule("N08_LITIGATION", "WARNING", text("行政诉讼件数与表四一致", "Suits match table 4"), `${FORM} 表四`),
  rule("N09_YOY", "WARNING", text("同比增减计算正确", "Changes on last year are computed rightly")),
  rule(
    "N10_PREV_VALUE",
    "WARNING",
    text("引用的上年数与上年报告一致", "Last year's figures are last year's report's"),
  ),
  rule(
    "N11_T2_TEXT",
    "WARNING",
    text("规范性文件、许可、处罚与表二一致", "Documents and decisions match table 2"),
    `${FORM} 表二`,
  ),
  rule(
    "N12_FEE_TEXT",
    "WARNING",
    text("收费说法前后一致", "What is said of fees is consistent"),
    `${REGULATION}§42；国办函〔2020〕109号`,
  ),
  rule("N13_ZERO_CLAIM", "WARNING", text("写“没有”的确实没有", "What is said not to exist does not")),
  rule(
    "N14_WRONG_YEAR",
    "WARNING",
    text("年份是报告年度", "The year is the report's"),
    `${REGULATION}§49、§50`,
  ),
  rule("N15_WRONG_ORG", "WARNING", text("自称与报告单位一致", "The unit calls itself by its own name")),
  {
    ...{ kind: "check", code: "N16_SIMILAR_PREV", severity: "WARNING", basis: FORM, check: likeLastYear },
    title: text("正文不照搬上年报告", "The text is not last year's"),
  },
  {
    ...{ kind: "check", code: "N17_SIMILAR_PEER", severity: "WARNING", basis: FORM, check: likePeers },
    title: text("正文不与同级单位雷同", "The text is not a sibling's"),
  },
  {
    ...{ kind: "check", code: "N18_DUP_NUMBERS", severity: "INFO", basis: null, check: figuresOfPeers },
    title: text("不与同级单位有成串相同的数字", "No run of figures is a sibling's"),
  },
  rule("N19_TYPO", "INFO", text("没有错别字和残留", "No slips and residues")),
  rule("N20_RATE", "WARNING", text("比率与件数相符", "Rates follow from their counts")),
  rule("N21_ENUM", "INFO", text("编号连续", "Numbering has no gaps")),
  rule("N22_TWO_TOTALS", "WARNING", text("同一数字前后一致", "One figure has one value")),
];
