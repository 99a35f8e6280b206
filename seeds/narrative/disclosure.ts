import { countOf } from "../form-codes.js";
import type { Disclosure } from "../known-figures.js";
import { randomFor, type Random } from "../random.js";
import type { SeedUnit } from "../units.js";
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
  const disclosure = known.disclosure ?? usualDisclosure(unit, year);
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

const CATEGORIES = ["机构职能", "政策文件", "重点领域", "财政信息", "公告公示"] as const;

/** Sizes stay with the unit; the website's columns and the channels add up, since nothing here is planted. */
function usualDisclosure(unit: SeedUnit, year: number): Disclosure {
  const size = randomFor(unit.code, "disclosure");
  // Towns publish mostly by WeChat, departments mostly on the district's website.
  const isDepartment = unit.kind === "DEPARTMENT";
  const website = isDepartment ? size.between(70, 240) : size.between(50, 120);
  const wechat = isDepartment ? size.between(15, 110) : size.between(180, 620);
  const random = randomFor(unit.code, year, "disclosure");
  const onWebsite = Math.round(website * random.factor(0.85, 1.2));
  const onWechat = Math.round(wechat * random.factor(0.8, 1.25));
  const onBoards = random.between(6, 40);

  const shares = CATEGORIES.map(
    (label) => [label, Math.floor(onWebsite * random.factor(0.04, 0.15))] as const,
  );
  const rest = onWebsite - shares.reduce((sum, [, count]) => sum + count, 0);
  return {
    total: onWebsite + onWechat + onBoards,
    channels: [
      ["政府网站", onWebsite],
      ["政务微信", onWechat],
      ["公示栏", onBoards],
    ],
    categories: [["工作动态", rest], ...shares],
  };
}
