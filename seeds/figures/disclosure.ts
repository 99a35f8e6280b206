import { knownFigures, type Disclosure } from "../known-figures.js";
import { randomFor } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";

/** What a unit disclosed in a year as its report puts it: the total, by channel, and the website's items by column. */
export const disclosureFigures = (unit: SeedUnit, year: number): Disclosure =>
  knownFigures(unit.code, year).disclosure ?? usualDisclosure(unit, year);

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
