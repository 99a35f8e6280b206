import { countOf } from "../form-codes.js";
import { proactivePart } from "./disclosure.js";
import type { ReportFacts } from "./facts.js";
import { onRequestPart } from "./on-request.js";

/** 一、总体情况, in the five parts that 国办公开办函〔2021〕30号 asks for. */
export function overview(facts: ReportFacts): string {
  return [
    `（一）主动公开。${proactivePart(facts)}`,
    `（二）依申请公开。${onRequestPart(facts)}`,
    `（三）政府信息管理。${managementPart(facts)}`,
    `（四）政府信息公开平台建设。${platformPart(facts)}`,
    `（五）监督保障。${supervisionPart(facts)}`,
  ].join("\n");
}

function managementPart(facts: ReportFacts): string {
  const random = facts.random("management-part");
  const rule = random.pick([
    "信息发布实行拟稿人自查、科室复核、分管负责人签发三道关口，未经保密审查的一律不上网。",
    "把公开属性认定放在公文起草环节，不公开的须写明理由并由负责人签字。",
    "每季度清理一次已发布信息，对过期、重复和失效的内容更新或下架。",
    "完善信息台账，记录每条信息的形成日期、发布日期和责任科室。",
    "涉及个人隐私的内容在发布前做去标识化处理，并由第二人核对。",
  ]);
  const matters = facts.known.listedMatters ? `列入主动公开目录的事项为${facts.known.listedMatters}。` : "";
  return matters + rule + documents(facts);
}

function documents({ cells, self }: ReportFacts): string {
  const count = (column: string) => countOf(cells, `proactive.normativeDocuments.${column}`);
  const [issued, repealed, inForce] = [count("issued"), count("repealed"), count("inForce")];
  if (issued + repealed > 0) {
    return `本年制发行政规范性文件${issued}件，废止${repealed}件，现行有效${inForce}件。`;
  }
  if (inForce > 0) return `本年未制发行政规范性文件，现行有效${inForce}件。`;
  return `${self}无现行有效的行政规范性文件。`;
}

function platformPart(facts: ReportFacts): string {
  const random = facts.random("platform-part");
  const [first] = facts.topics;
  const site = random.pick([
    "依托区政府网站的政府信息公开专栏发布信息，按新版目录调整了栏目设置。",
    "以区政府网站为第一平台，做到法定内容集中展示、便于检索。",
    "对区政府网站上的本单位栏目逐一核查，补齐空白栏目，修复失效链接。",
    "在区政府网站公开指南中更新了办公地址和受理时间，方便群众查询。",
  ]);
  const elsewhere = random.pick([
    `政务微信侧重用图表和问答介绍${first}政策。`,
    `在服务窗口设置查阅点，配有自助查询设备，可现场了解${first}信息。`,
    `网站、政务新媒体和线下公示栏同步发布，内容口径一致。`,
    `开展政府开放日活动${random.between(1, 3)}次，邀请群众代表了解${first}工作。`,
    `对新媒体账号实行备案和登记管理，留言一般在两个工作日内回复。`,
  ]);
  return site + elsewhere;
}

function supervisionPart(facts: ReportFacts): string {
  const random = facts.random("supervision-part");
  const staff = random.between(1, 3);
  const organisation = random.pick([
    `由分管负责人牵头，办公室具体承办，配备工作人员${staff}名。`,
    `成立政务公开工作小组，明确${staff}名同志负责日常发布和申请办理。`,
    `${facts.self}把责任落实到科室，专兼职工作人员共${staff}名。`,
  ]);
  const training = random.pick([
    `全年组织业务培训${random.between(1, 4)}次。`,
    `参加上级培训并在内部开展学习，合计${random.between(2, 5)}次。`,
    `以案例讲评方式开展培训${random.between(1, 3)}次。`,
  ]);
  const assessment = random.pick([
    "公开情况纳入内部考核，按季通报；本年度未发生责任追究。",
    "通过网站意见箱接受社会评议，没有因公开工作不当被追究责任的情形。",
    "对区里通报的问题逐条整改销号，全年无责任追究情况。",
    "聘请群众监督员评议公开效果，评议意见已反馈相关科室，未发生责任追究。",
  ]);
  return organisation + training + assessment;
}
