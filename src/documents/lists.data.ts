import { LEDGERS } from "../ledgers/registry/index.js";
import { text } from "../kernel/text.js";
import { column, UNIT_COLUMNS, type List } from "../records/index.js";

/** Every list that can be downloaded, by the type of its node; the ledgers declare their own. */
export const LISTS: Readonly<Record<string, List>> = {
  ...Object.fromEntries(LEDGERS.flatMap(({ lists }) => Object.entries(lists))),
  ReportCell: {
    title: text("年报数据", "Cells of the report"),
    columns: [
      column("indicator.code", "指标代码", "Indicator code"),
      column("indicator.label", "指标", "Indicator"),
      column("value", "数值", "Value"),
      column("indicator.unit", "单位", "Unit"),
      column("source", "来源", "Source"),
      column("ledgerValue", "台账数", "Ledger"),
      column("difference", "差异说明", "Explanation"),
    ],
  },
  Finding: {
    title: text("审核疑点", "Findings"),
    columns: [
      column("severity", "级别", "Severity"),
      column("rule.code", "规则", "Rule"),
      column("message", "疑点", "Finding"),
      column("expected", "应为", "Expected"),
      column("actual", "实为", "Actual"),
      column("status", "处理状态", "Status"),
      column("explanation", "单位说明", "Explanation"),
      column("judgement", "主管部门判定", "Judgement"),
    ],
  },
  RankedReport: {
    title: text("年报排名", "Ranking"),
    columns: [
      ...UNIT_COLUMNS,
      column("rank", "名次", "Rank"),
      column("value", "数值", "Value"),
      column("numerator", "分子", "Numerator"),
      column("denominator", "分母", "Denominator"),
      column("notRankedBecause", "不排名的原因", "Not ranked because"),
      column("percentile", "百分位", "Percentile"),
      column("band", "四分位", "Quartile"),
      column("rankedPeers", "同组有名次的单位", "Ranked peers"),
    ],
  },
  Unit: {
    title: text("单位名册", "Units"),
    columns: [
      column("code", "代码", "Code"),
      column("name", "名称", "Name"),
      column("shortName", "简称", "Short name"),
      column("kind", "类别", "Kind"),
      column("parent.code", "上级代码", "Parent code"),
      column("filesReport", "须报年报", "Files a report"),
      column("establishedOn", "设立日期", "Established"),
      column("dissolvedOn", "撤销日期", "Dissolved"),
    ],
  },
  User: {
    title: text("用户", "Users"),
    columns: [
      column("login", "登录名", "Login"),
      column("displayName", "姓名", "Name"),
      column("unit.code", "单位代码", "Unit code"),
      column("unit.name", "单位", "Unit"),
      column("disabled", "已停用", "Disabled"),
    ],
  },
  HistoryEntry: {
    title: text("历史记录", "History"),
    columns: [
      column("at", "登记时刻", "Recorded"),
      column("on", "所涉日期", "On"),
      column("unit.code", "单位代码", "Unit code"),
      column("sequence", "序号", "Sequence"),
      column("actor", "办理人", "By"),
      column("role", "角色", "Role"),
      column("operation", "操作", "Operation"),
      column("title", "操作名称", "What was done"),
      column("subject.type", "对象种类", "Subject"),
      column("revision", "修订号", "Revision"),
      column("reason", "理由或备注", "Reason"),
      column("requestId", "请求编号", "Request id"),
      column("hash", "摘要", "Hash"),
    ],
  },
};
