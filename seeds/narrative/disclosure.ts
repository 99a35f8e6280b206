import { disclosureFigures } from "../figures/disclosure.js";
import { countOf } from "../form-codes.js";
import type { Random } from "../../src/kernel/random.js";
import { listed, type ReportFacts } from "./facts.js";

/** （一）主动公开 */
export function proactivePart(facts: ReportFacts): string {
  const random = facts.random("proactive-part");
  const [first, second] = facts.topics;
  const opening = random.pick([
    `${facts.self}围绕${first}、${second}等内容持续扩大公开范围，`,
    `${facts.self}对照基本目录梳理应公开事项，突出${first}和${second}，`,
    `结合年度重点任务，${facts.self}及时发布${first}、${second}方面的信息，`,
    `${facts.self}坚持以公开为常态，把${first}、${second}作为发布重点，`,
  ]);
  return opening + figures(facts) + decisions(facts, random);
}

function figures({ unit, year, known }: ReportFacts): string {
  const disclosure = disclosureFigures(unit, year);
  const sentences = [`${year}年共主动公开政府信息${disclosure.total}条`];
  if (disclosure.channels.length > 0) sentences.push(`其中${listed(disclosure.channels, "条")}`);
  if (known.unlabelledParts) sentences.push(`各分项依次为${known.unlabelledParts.join("条、")}条`);
  if (disclosure.categories.length > 0)
    sentences.push(`网站信息按栏目计：${listed(disclosure.categories, "条")}`);
  const before = known.lastYear?.disclosure;
  if (before) sentences.push(`${year - 1}年为${before.total}条（${listed(before.categories, "条")}）`);
  return sentences.join("；") + "。";
}

function decisions({ cells }: ReportFacts, random: Random): string {
  const kinds = [
    ["行政许可", countOf(cells, "proactive.licences.decisions")],
    ["行政处罚", countOf(cells, "proactive.penalties.decisions")],
    ["行政强制", countOf(cells, "proactive.coercions.decisions")],
  ] as const;
  const made = kinds.filter(([, count]) => count > 0);
  if (made.length === 0) return "";
  return random.pick([
    `全年作出处理决定：${listed(made, "件")}。`,
    `本年度办理${listed(made, "件")}，结果依法公示。`,
    `执法与审批方面，计${listed(made, "件")}。`,
  ]);
}
