import { bodyOf, lengthOf, plain } from "./passage.js";
import type { Check, CheckInput, Excerpt, Spotted } from "./rule.js";
import {
  MEASURE_WORDS,
  OVERVIEW_PARTS,
  PROBLEMS_HEADING,
  SAYS_NOTHING,
  SHORTCOMING_WORDS,
} from "./text-wordings.data.js";
import { createHash } from "node:crypto";
import type { DisclosedCategory } from "./ledger-facts.js";
import {
  categoryWording,
  CHANNEL_WORDINGS,
  INTERPRETATION_WORDINGS,
  PROPOSAL_WORDINGS,
  TOTAL_WORDINGS,
  everyStated,
  statedFigures,
  states,
  type StatedFigure,
} from "./stated-figures.js";

/** S02: every part of 一 is spoken of. */
export const overviewParts: Check = (input) => {
  const body = bodyOf(input, "OVERVIEW");
  const missing = OVERVIEW_PARTS.filter(([, wording]) => !wording.test(body)).map(([part]) => part);
  return missing.length > 0 ? [{ at: "OVERVIEW", detail: { missing } }] : [];
};

const SHORTEST_PROBLEMS = 10;

/** What 五 says under its heading; "" where that is nothing: the headings of its parts, 无. */
function problemsBody(input: CheckInput): string {
  const body = bodyOf(input, "PROBLEMS").replace(PROBLEMS_HEADING, "");
  return body.replace(SAYS_NOTHING, "") === "" ? "" : body;
}

/** S03: 五 says something. How well is a question for people. */
export const problemsText: Check = (input) => {
  if (lengthOf(problemsBody(input)) >= SHORTEST_PROBLEMS) return [];
  const original = input.sections.PROBLEMS ?? "";
  const excerpt: Excerpt | null = original.trim()
    ? { section: "PROBLEMS", start: 0, end: original.length, text: original }
    : null;
  return [{ at: "PROBLEMS", excerpt, detail: { shortest: SHORTEST_PROBLEMS } }];
};

const PROBLEMS_PARTS: readonly (readonly [part: string, wording: RegExp])[] = [
  ["存在的主要问题", SHORTCOMING_WORDS],
  ["改进情况", MEASURE_WORDS],
];

/** S12: 五 seems to speak of problems as well as of what is done about them. */
export const problemsParts: Check = (input) => {
  const body = problemsBody(input);
  if (lengthOf(body) < SHORTEST_PROBLEMS) return [];
  const missing = PROBLEMS_PARTS.filter(([, wording]) => !wording.test(body)).map(([part]) => part);
  return missing.length > 0 ? [{ at: "PROBLEMS", detail: { missing } }] : [];
};

/** Characters of 一、总体情况. */
const OVERVIEW_LIMIT = 1000;

/** S08: 一 stays within its limit. */
export const overviewLength: Check = (input) => {
  const length = lengthOf(bodyOf(input, "OVERVIEW"));
  return length > OVERVIEW_LIMIT
    ? [{ at: "OVERVIEW", expected: `${OVERVIEW_LIMIT}`, actual: `${length}` }]
    : [];
};

const unlike = (stated: StatedFigure, expected: number): Spotted[] => {
  const { key, value, excerpt } = stated;
  if (states(stated, expected)) return [];
  return [{ at: key, expected: `${expected}`, actual: `${value}`, excerpt, detail: { figure: key } }];
};

/**
 * Categories listed together in one sentence (其中人事信息3条、财政信息2条); a category alone may be a partial figure in
 * passing. A report may break down its total or one channel, and name a category twice (财政信息1条, 财政数据1条): only
 * figures that match in no way are reported.
 */
function categoriesUnlike(input: CheckInput, categories: readonly DisclosedCategory[]): Spotted[] {
  const called = new Map(
    categories.flatMap(({ name, names }) => names.map((one) => [plain(one).text, name] as const)),
  );
  if (called.size === 0) return [];
  const stated = everyStated(input, "OVERVIEW", categoryWording([...called.keys()]));
  const inSentence = new Map<number, Set<string>>();
  for (const { sentence, key } of stated)
    inSentence.set(sentence, (inSentence.get(sentence) ?? new Set<string>()).add(key));
  const of = new Map<string, StatedFigure[]>(categories.map(({ name }) => [name, []]));
  for (const figure of stated)
    if ((inSentence.get(figure.sentence)?.size ?? 0) > 1) of.get(called.get(figure.key) ?? "")?.push(figure);
  return categories.flatMap(({ name, total, onChannels }) => {
    const found = of.get(name) ?? [];
    const [first] = found;
    const counted = [total, ...onChannels];
    const sum = found.reduce((all, { value }) => all + value, 0);
    if (!first || counted.includes(sum)) return [];
    if (found.every((one) => counted.some((count) => states(one, count)))) return [];
    const at = `category.${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
    const detail = { category: name };
    const nearest = counted.reduce((a, b) => (Math.abs(b - sum) < Math.abs(a - sum) ? b : a));
    return [{ at, expected: `${nearest}`, actual: `${sum}`, excerpt: first.excerpt, detail }];
  });
}

/**
 * L05: disclosures in total, by channel and by category, as stated in 一 and as counted by the ledger. A channel's
 * figure is taken as its whole only in the sentence that breaks the total down; elsewhere it may be a part. The total
 * may count an item once, or once a channel.
 */
export const disclosedAsStated: Check = (input) => {
  const disclosed = input.ledger?.disclosed;
  if (!disclosed) return [];
  const totals = statedFigures(input, "OVERVIEW", TOTAL_WORDINGS);
  const brokenDown = totals.map(({ sentence }) => sentence);
  const channels = statedFigures(input, "OVERVIEW", CHANNEL_WORDINGS);
  const onChannels = Object.values(disclosed.byChannel).reduce<number>((sum, count = 0) => sum + count, 0);
  return [
    ...totals
      .filter((total) => !states(total, onChannels))
      .flatMap((total) => unlike(total, disclosed.total)),
    ...channels
      .filter(({ sentence }) => brokenDown.includes(sentence))
      .flatMap((stated) => unlike(stated, disclosed.byChannel[stated.key] ?? 0)),
    ...categoriesUnlike(input, disclosed.categories),
  ];
};

/** L06: number of 政策解读 as stated in 一. */
export const interpretationsAsStated: Check = (input) => {
  const counted = input.ledger?.figures.INTERPRETATIONS;
  if (counted === undefined) return [];
  return statedFigures(input, "OVERVIEW", INTERPRETATION_WORDINGS).flatMap((stated) =>
    unlike(stated, counted),
  );
};

/** L04: numbers of 建议 and 提案 as stated in 六, or in 一 if 六 states none. */
export const proposalsAsStated: Check = (input) => {
  const figures = input.ledger?.figures ?? {};
  const stated = (["OTHER_MATTERS", "OVERVIEW"] as const).flatMap((section) =>
    statedFigures(input, section, PROPOSAL_WORDINGS),
  );
  return (["CONGRESS_SUGGESTION", "CPPCC_PROPOSAL"] as const).flatMap((kind) => {
    const first = stated.find(({ key }) => key === kind);
    const counted = figures[kind];
    return first && counted !== undefined ? unlike(first, counted) : [];
  });
};
