import type { Random } from "../../src/kernel/random.js";
import type { ReportFacts } from "./facts.js";

/** A shortcoming, and what is done about it. */
type Pair = readonly [problem: string, remedy: string];

const PAIRS: readonly [Pair, ...Pair[]] = [
  ["工作人员更替较快，对目录和时限掌握不够熟练", "编制岗位手册，新人上岗前先跟班学习"],
  ["部分数据由多个科室分别报送，口径不完全一致", "指定一名数据核对人，填表前集中对账"],
  ["政策解读以文字为主，形式比较单一", "重要政策同步制作图解和短视频"],
  ["个别信息发布时间偏晚，没有做到随形成随公开", "对照二十个工作日的时限每周提醒"],
  ["群众关心的内容与发布重点还有差距", "每半年梳理热线和留言中的高频问题，据此调整发布计划"],
  ["依申请公开答复的说理不够充分", "建立典型答复案例库，疑难事项先行会商"],
  ["线下查阅点使用率不高", "把查阅点与服务窗口合并，安排人员引导"],
  ["历史文件的公开属性认定尚有遗留", "分批开展存量文件清理，年内完成认定"],
];

/** 五、存在的主要问题及改进情况 */
export function problems(facts: ReportFacts): string {
  const random = facts.random("problems");
  const [first, second] = twoPairs(random);
  const aftermath = random.pick([
    "上年提出的改进事项已基本完成。",
    `下一步将结合${facts.topics[0]}工作继续跟进落实情况。`,
    `${facts.self}将每季度检查一次进展。`,
    "相关措施已列入下一年度工作安排。",
  ]);
  return (
    `存在的主要问题：一是${first[0]}；二是${second[0]}。\n` +
    `改进情况：一是${first[1]}；二是${second[1]}。${aftermath}`
  );
}

function twoPairs(random: Random): readonly [Pair, Pair] {
  const first = random.pick(PAIRS);
  const other = (PAIRS.indexOf(first) + random.between(1, PAIRS.length - 1)) % PAIRS.length;
  return [first, PAIRS[other] ?? first];
}
