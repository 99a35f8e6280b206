import { randomFor } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";

type Topics = readonly [string, string];

const TOWN_TOPICS: readonly [Topics, ...Topics[]] = [
  ["农田水利建设", "社会救助"],
  ["宅基地审批", "惠农补贴发放"],
  ["土地流转", "农村人居环境整治"],
  ["乡村振兴项目", "征地补偿"],
  ["防汛抗旱", "村级公益事业"],
];

const SUBDISTRICT_TOPICS: readonly [Topics, ...Topics[]] = [
  ["老旧小区改造", "社会救助"],
  ["社区养老服务", "物业管理"],
  ["房屋征收补偿", "城市环境整治"],
];

const DEPARTMENT_TOPICS: Readonly<Record<string, Topics>> = {
  zfb: ["政府常务会议", "规范性文件"],
  fgj: ["重大项目审批", "粮食储备与价格"],
  czj: ["财政预决算", "政府债务"],
  zjj: ["保障性住房", "城市更新"],
  jtj: ["农村公路养护", "道路运输执法"],
  zhzfj: ["市容秩序整治", "行政执法结果"],
  spj: ["企业开办", "工程建设项目审批"],
  jtyj: ["义务教育招生", "校外培训治理"],
  kjj: ["科技项目申报", "高新技术企业培育"],
  gxj: ["惠企政策兑现", "工业技术改造"],
  gafj: ["户政出入境服务", "道路交通管理"],
  mzj: ["最低生活保障", "养老服务"],
  sfj: ["公共法律服务", "行政复议工作"],
  rsj: ["就业补助资金", "工资支付监管"],
  zrzyj: ["土地征收", "国土空间规划"],
  sthjfj: ["环境质量监测", "建设项目环评"],
  slj: ["水库除险加固", "水资源管理"],
  nyncj: ["高标准农田", "农产品质量安全"],
  hyfzj: ["海域使用管理", "渔业补贴"],
  swj: ["外贸促进", "消费品以旧换新"],
  wlj: ["公共文化服务", "文物保护"],
  wjj: ["医疗机构监管", "疫苗接种服务"],
  tyjrj: ["优抚对象待遇", "退役安置"],
  yjj: ["安全生产检查", "应急预案"],
  sjj: ["审计结果公告", "整改情况"],
  scjgj: ["食品安全抽检", "特种设备监管"],
  tjj: ["统计公报", "经济运行数据"],
  ybj: ["医保待遇政策", "基金监管"],
  xfj: ["信访渠道公示", "办理流程"],
  jrj: ["融资服务", "防范非法集资"],
  dsjzx: ["公共数据开放", "政务服务热线"],
  tzcjzx: ["招商项目推介", "营商环境建设"],
  jgswzx: ["公共机构节能", "公务用车管理"],
};

export function topicsOf(unit: SeedUnit): Topics {
  const random = randomFor(unit.code, "topics");
  if (unit.kind === "TOWN") return random.pick(TOWN_TOPICS);
  if (unit.kind === "SUBDISTRICT") return random.pick(SUBDISTRICT_TOPICS);
  return DEPARTMENT_TOPICS[unit.code.split("-")[1] ?? ""] ?? ["机构职能", "工作动态"];
}
