import { text, type Text } from "../kernel/text.js";

export interface ListColumn {
  /** Path of fields from the node: `unit.code`. The schema gives the kind of value. */
  readonly path: string;
  readonly title: Text;
}

export interface List {
  readonly title: Text;
  readonly columns: readonly ListColumn[];
}

const column = (path: string, zh: string, en: string): ListColumn => ({ path, title: text(zh, en) });
const UNIT = [column("unit.code", "单位代码", "Unit code"), column("unit.name", "单位", "Unit")];

/** Every list that can be downloaded, by the type of its node; its columns in the order of a paper ledger. */
export const LISTS: Readonly<Record<string, List>> = {
  InformationRequest: {
    title: text("依申请公开台账", "Requests"),
    columns: [
      ...UNIT,
      column("number", "编号", "Number"),
      column("subject", "申请内容", "Subject"),
      column("applicantKind", "申请人类别", "Applicant"),
      column("receiptChannel", "接收渠道", "Channel"),
      column("arrivedOn", "到达日期", "Came in"),
      column("receivedOn", "收到日期", "Received"),
      column("state", "状态", "State"),
      column("clock.dueOn", "答复期限", "Due"),
      column("clock.workingDaysLeft", "剩余工作日", "Working days left"),
      column("outcome", "办理结果", "Outcome"),
      column("article", "依据", "Article"),
      column("documentNumber", "答复文号", "Document number"),
      column("decidedOn", "决定日期", "Decided"),
      column("servedOn", "送达日期", "Served"),
    ],
  },
  Disclosure: {
    title: text("主动公开台账", "Disclosures"),
    columns: [
      ...UNIT,
      column("title", "标题", "Title"),
      column("category", "类别", "Category"),
      column("channels", "公开渠道", "Channels"),
      column("items", "条数", "Items"),
      column("status", "状态", "Status"),
      column("documentKind", "文件类别", "Kind of document"),
      column("documentNumber", "文号", "Document number"),
      column("formedOn", "形成或变更日期", "Formed or changed"),
      column("dueOn", "公开期限", "Due"),
      column("publishedOn", "公开日期", "Published"),
      column("late", "逾期", "Late"),
      column("repealedOn", "废止日期", "Repealed"),
    ],
  },
  Remedy: {
    title: text("行政复议、行政诉讼台账", "Reviews and suits"),
    columns: [
      ...UNIT,
      column("route", "救济途径", "Route"),
      column("number", "案号", "Case number"),
      column("organ", "受理机关", "Organ"),
      column("request.number", "所争议的申请", "Request contested"),
      column("lodgedOn", "提起日期", "Lodged"),
      column("lastDayToLodge", "最后一日", "Last day to lodge"),
      column("late", "逾期提起", "Late"),
      column("concludedOn", "审结日期", "Concluded"),
      column("ruling", "结果", "Ruling"),
      column("disposition", "结案方式", "Disposition"),
      column("note", "备注", "Note"),
    ],
  },
  Proposal: {
    title: text("建议提案台账", "Proposals"),
    columns: [
      ...UNIT,
      column("kind", "类别", "Kind"),
      column("level", "层级", "Level"),
      column("role", "办理角色", "Role"),
      column("session", "届次", "Session"),
      column("number", "编号", "Number"),
      column("title", "标题", "Title"),
      column("assignedOn", "交办日期", "Assigned"),
      column("dueOn", "答复期限", "Due"),
      column("answeredOn", "答复日期", "Answered"),
      column("answerNumber", "答复文号", "Answer number"),
      column("resultClass", "办理结果分类", "Class of result"),
      column("satisfaction", "满意度", "Satisfaction"),
      column("published", "答复已公开", "Answer published"),
    ],
  },
  SuppliedCount: {
    title: text("外部数据", "Supplied counts"),
    columns: [
      ...UNIT,
      column("indicator.code", "指标代码", "Indicator code"),
      column("indicator.label", "指标", "Indicator"),
      column("from", "起", "From"),
      column("to", "止", "To"),
      column("quantity", "数量", "Quantity"),
      column("supplier", "提供部门", "Supplier"),
      column("signedOffBy", "确认人", "Signed off by"),
      column("signedOffAt", "确认时间", "Signed off at"),
    ],
  },
  CatalogueItem: {
    title: text("主动公开事项目录", "Catalogue of disclosures"),
    columns: [
      ...UNIT,
      column("category", "类别", "Category"),
      column("title", "事项", "Item"),
      column("article", "依据", "Basis"),
      column("synonyms", "同义名称", "Synonyms"),
      column("retiredOn", "停用日期", "Retired"),
    ],
  },
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
      column("explanation", "说明", "Explanation"),
    ],
  },
  RankedReport: {
    title: text("年报排名", "Ranking"),
    columns: [
      ...UNIT,
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
  AccountEvent: {
    title: text("账号事件", "Account events"),
    columns: [
      column("at", "时间", "At"),
      column("kind", "种类", "Kind"),
      column("login", "登录名", "Login"),
      column("unit.code", "单位代码", "Unit code"),
      column("unit.name", "单位", "Unit"),
      column("actor", "办理人", "By"),
      column("role", "角色", "Role"),
      column("place.code", "角色所在单位代码", "Held at"),
      column("address", "来源地址", "Address"),
      column("detail", "其他", "Detail"),
    ],
  },
  UnitEvent: {
    title: text("单位沿革", "History of the unit"),
    columns: [
      column("on", "生效日期", "On"),
      column("action", "办理的操作", "Action"),
      column("reason", "依据", "Reason"),
      column("revision", "修订号", "Revision"),
    ],
  },
};
