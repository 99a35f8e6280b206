import { proposalFigures } from "../figures/proposals.js";
import type { ReportFacts } from "./facts.js";

/** 六、其他需要报告的事项: the processing fee, and the people's proposals. */
export function otherMatters(facts: ReportFacts): string {
  const random = facts.random("other-matters");
  const fee = random.pick([
    `${facts.year}年${facts.self}没有收取政府信息公开信息处理费。`,
    `本年度未发出信息处理费收费通知，收取金额为0元。`,
    `依申请公开信息处理费：${facts.year}年未收取。`,
  ]);
  const plan = random.pick([
    "年度政务公开工作要点已逐项分解落实。",
    `${facts.topics[1]}领域的标准目录已按要求更新。`,
    "除以上内容外，没有其他需要报告的事项。",
  ]);
  return [`（一）信息处理费。${fee}`, `（二）建议提案办理。${proposals(facts)}`, `（三）其他。${plan}`].join(
    "\n",
  );
}

function proposals(facts: ReportFacts): string {
  const [deputies, members] = proposalFigures(facts.unit, facts.year);
  const handled = `${facts.year}年承办人大代表建议${deputies}件、政协提案${members}件`;
  return deputies + members > 0 ? `${handled}，均已答复，可公开的答复已在网站公布。` : `${handled}。`;
}
