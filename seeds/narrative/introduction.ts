import type { ReportFacts } from "./facts.js";

/** 开头: that this is sample data, the legal basis, the six parts, the period. */
export function introduction({ unit, year, known }: ReportFacts): string {
  const origin = Object.keys(known).length > 0 ? "（总体情况中的部分数字取自已公开的年报）" : "";
  return [
    `本报告为演示用的示例数据${origin}，不是${unit.name}发布的文本。`,
    `报告依照《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》`,
    `（国办公开办函〔2021〕30号）编写，共六个部分：总体情况；主动公开政府信息情况；`,
    `收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；`,
    `其他需要报告的事项。数据统计期限为${year}年1月1日至12月31日。`,
  ].join("");
}
