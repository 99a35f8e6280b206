import type { SeedUnit } from "../units.js";
import { SINGLE_TITLES } from "./titles.data.js";

interface Titled {
  readonly unit: SeedUnit;
  readonly category: string;
  readonly items: number;
  readonly month: number;
  /** How many of the category there were before. */
  readonly before: number;
}

/** A single item has a title, a batch says what it is made of; a sub-district's batch is that of a year's posts. */
export function titleOf({ unit, category, items, month, before }: Titled): string {
  const oneByOne = unit.kind === "SUBDISTRICT";
  if (oneByOne && items > 1) return `${unit.shortName}微信公众号全年推送（${items}条）`;
  const titles = oneByOne ? (SINGLE_TITLES[category] ?? []) : [];
  if (items > 1 || titles.length === 0) return `${unit.shortName}${month}月${category}（${items}条）`;
  const title = titles[before % titles.length] ?? category;
  const turn = Math.floor(before / titles.length) + 1;
  return turn === 1 ? title : `${title}（${turn}）`;
}
