import { createHash } from "node:crypto";
import type { DisclosedCategory } from "./ledger-facts.js";
import { plain } from "./plain-text.js";
import type { Check, CheckInput, Spotted } from "./rule.js";
import {
  categoryWording,
  CHANNEL_WORDINGS,
  PROPOSAL_WORDINGS,
  TOTAL_WORDINGS,
} from "./stated-figures.data.js";
import { everyStated, statedFigures, type StatedFigure } from "./stated-figures.js";

const unlike = ({ key, value, excerpt }: StatedFigure, expected: number): Spotted[] =>
  value === expected
    ? []
    : [{ at: key, expected: `${expected}`, actual: `${value}`, excerpt, detail: { figure: key } }];

/**
 * A report may break down its total or one channel, and name a category twice (财政信息1条, 财政数据1条): only what ties in
 * no way is told.
 */
function categoriesUnlike(input: CheckInput, categories: readonly DisclosedCategory[]): Spotted[] {
  const called = new Map(
    categories.flatMap(({ name, names }) => names.map((one) => [plain(one).text, name] as const)),
  );
  if (called.size === 0) return [];
  const stated = new Map<string, StatedFigure[]>(categories.map(({ name }) => [name, []]));
  for (const figure of everyStated(input, "OVERVIEW", categoryWording([...called.keys()])))
    stated.get(called.get(figure.key) ?? "")?.push(figure);
  return categories.flatMap(({ name, total, onChannels }) => {
    const found = stated.get(name) ?? [];
    const [first] = found;
    const counted = [total, ...onChannels];
    const sum = found.reduce((all, { value }) => all + value, 0);
    if (!first || counted.includes(sum) || found.every(({ value }) => counted.includes(value))) return [];
    const at = `category.${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
    const detail = { category: name };
    const nearest = counted.reduce((a, b) => (Math.abs(b - sum) < Math.abs(a - sum) ? b : a));
    return [{ at, expected: `${nearest}`, actual: `${sum}`, excerpt: first.excerpt, detail }];
  });
}

/** L05: how much was disclosed, in all, on each channel and by category, as 一 states it and as the ledger counts it. */
export const disclosedAsStated: Check = (input) => {
  const disclosed = input.ledger?.disclosed;
  if (!disclosed) return [];
  const totals = statedFigures(input, "OVERVIEW", TOTAL_WORDINGS);
  const channels = statedFigures(input, "OVERVIEW", CHANNEL_WORDINGS);
  return [
    ...totals.flatMap((stated) => unlike(stated, disclosed.total)),
    ...channels.flatMap((stated) => unlike(stated, disclosed.byChannel[stated.key] ?? 0)),
    ...categoriesUnlike(input, disclosed.categories),
  ];
};

/** L04: how many 建议 and 提案 there were, as 六 states it, or 一 where 六 does not. */
export const proposalsAsStated: Check = (input) => {
  const proposals = input.ledger?.proposals;
  if (!proposals) return [];
  const stated = (["OTHER_MATTERS", "OVERVIEW"] as const).flatMap((section) =>
    statedFigures(input, section, PROPOSAL_WORDINGS),
  );
  return (["CONGRESS_SUGGESTION", "CPPCC_PROPOSAL"] as const).flatMap((kind) => {
    const first = stated.find(({ key }) => key === kind);
    return first ? unlike(first, proposals[kind]) : [];
  });
};
