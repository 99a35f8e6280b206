import { REMEDY_GROUPS, decidedTotal, groupTotal, remedyTotal, rowTotal } from "../form-codes.js";
import { listed, type ReportFacts } from "./facts.js";

/** （二）依申请公开: the same figures as tables 三 and 四. */
export function onRequestPart(facts: ReportFacts): string {
  return received(facts) + change(facts) + outcomes(facts) + remedies(facts) + practice(facts);
}

function received({ year, cells }: ReportFacts): string {
  const [fresh, carriedIn, carriedOut] = [
    rowTotal(cells, "received"),
    rowTotal(cells, "carriedIn"),
    rowTotal(cells, "carriedOut"),
  ];
  if (fresh + carriedIn === 0) return `${year}年未收到政府信息公开申请。`;
  const before = carriedIn > 0 ? `，上年结转${carriedIn}件` : "";
  const after = carriedOut > 0 ? `，结转下年度${carriedOut}件` : "，均在法定期限内答复";
  const applications = fresh > 0 ? `新收政府信息公开申请${fresh}件` : "未新收政府信息公开申请";
  return `${year}年${applications}${before}，办结${decidedTotal(cells)}件${after}。`;
}

function change({ year, cells, lastYear, known }: ReportFacts): string {
  if (known.lastYear) {
    return `${year - 1}年收到申请${known.lastYear.received}件，办结${known.lastYear.decided}件。`;
  }
  if (!lastYear) return "";
  const [now, before] = [rowTotal(cells, "received"), rowTotal(lastYear, "received")];
  if (known.claimedChange) return `${year - 1}年收到申请${before}件，${known.claimedChange}。`;
  if (now === before) return now === 0 ? "" : "新收数量与上年持平。";
  return `新收数量比上年${now > before ? "增加" : "减少"}${Math.abs(now - before)}件。`;
}

function outcomes({ cells }: ReportFacts): string {
  const groups = [
    ["予以公开", groupTotal(cells, "granted")],
    ["部分公开", groupTotal(cells, "partial")],
    ["不予公开", groupTotal(cells, "denied")],
    ["无法提供", groupTotal(cells, "unable")],
    ["不予处理", groupTotal(cells, "refused")],
    ["其他处理", groupTotal(cells, "other")],
  ] as const;
  const present = groups.filter(([, count]) => count > 0);
  return present.length > 0 ? `办理结果为${listed(present, "件")}。` : "";
}

function remedies({ cells }: ReportFacts): string {
  const [reviews, direct, afterReview] = REMEDY_GROUPS.map((group) => remedyTotal(cells, group));
  const suits = (direct ?? 0) + (afterReview ?? 0);
  if (!reviews && suits === 0) return "全年没有因政府信息公开引起的行政复议和行政诉讼。";
  const cases = [
    reviews ? `行政复议${reviews}件` : "没有行政复议",
    suits > 0 ? `行政诉讼${suits}件` : "没有行政诉讼",
  ];
  return `因政府信息公开引起的案件：${cases.join("，")}。`;
}

function practice(facts: ReportFacts): string {
  return facts
    .random("on-request-part")
    .pick([
      "登记、审查、答复各环节均有专人跟进，并留存台账。",
      "答复前与业务科室会商，对不易判断的事项征求法律顾问意见。",
      "受理渠道在网站公布，当面、信函和网上申请统一登记编号。",
      "答复文书使用统一格式，写明依据和救济途径。",
      "对内容不清的申请先与申请人沟通，尽量一次说明需补正的内容。",
    ]);
}
