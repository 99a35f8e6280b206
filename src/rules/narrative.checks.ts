import {
  excerptOfFact,
  factsOf,
  nameHash,
  plain,
  readAll,
  remarksOf,
  type Audit,
  type Remark,
  type Statement,
} from "../audit/index.js";
import { evaluate } from "../forms/index.js";
import type { DisclosedCategory } from "./ledger-facts.js";
import type { Check, CheckInput, Place, Spotted } from "./rule.js";

interface Audited {
  readonly audit: Audit;
  readonly remarks: readonly Remark[];
}

const audited = new WeakMap<CheckInput, Audited>();

/** The audit of a report's texts, made once for all rules of a check. */
function auditOf(input: CheckInput): Audited {
  const known = audited.get(input);
  if (known) return known;
  const { format, values, previous } = input;
  const audit = readAll({
    year: input.year,
    sections: input.sections,
    unit: { kind: input.unitKind, name: input.unitName },
    cell: (code) => evaluate(format, code)(values).value,
    lastYear: (code) => (previous ? evaluate(previous.format, code)(previous.values).value : null),
    signedOn: input.signedOn,
  });
  const made = { audit, remarks: remarksOf(audit) };
  audited.set(input, made);
  return made;
}

/** The contradictions in the text that a rule is about. */
export const remarksAs =
  (code: string): Check =>
  (input) =>
    auditOf(input)
      .remarks.filter(({ rule }) => rule === code)
      .map((remark) => toSpotted(input, remark));

function toSpotted(input: CheckInput, remark: Remark): Spotted {
  const {
    at,
    severity,
    excerpt,
    expected,
    actual,
    arithmetic,
    message,
    suggestion,
    replacement,
    cells = [],
  } = remark;
  const places = cells.map((code): Place => {
    const { value } = evaluate(input.format, code)(input.values);
    return { code, year: input.year, value: value === null ? null : String(value) };
  });
  const said = { message, arithmetic, suggestion, ...(replacement ? { replacement } : {}) };
  return { at, excerpt, expected, actual, places, said, ...(severity ? { severity } : {}) };
}

const unlike = (key: string, { audit }: Audited, counted: number, figure: string): Spotted[] => {
  const fact = factsOf(audit).stated(key);
  return fact && !standsFor(fact.statement, counted)
    ? [
        {
          at: figure,
          expected: `${counted}`,
          actual: `${fact.statement.value}`,
          excerpt: excerptOfFact(fact),
          detail: { figure },
        },
      ]
    : [];
};

const standsFor = ({ range }: Pick<Statement, "range">, counted: number): boolean =>
  range.low <= counted && counted <= range.high;

/**
 * L05: disclosures in total, by channel and by category, as the text states them and as the ledger counts them. The
 * total may count an item once, or once a channel; a channel is held against the ledger where it is named as a part of
 * the total: elsewhere it may be a part of the channel.
 */
export const disclosedAsStated: Check = (input) => {
  const disclosed = input.ledger?.disclosed;
  if (!disclosed) return [];
  const found = auditOf(input);
  const total = factsOf(found.audit).stated(TOTAL);
  const onChannels = Object.values(disclosed.byChannel).reduce<number>((sum, count = 0) => sum + count, 0);
  const ofTotal =
    total && standsFor(total.statement, onChannels) ? [] : unlike(TOTAL, found, disclosed.total, "total");
  const channels = channelsOf(found.audit).flatMap(([key, channel]) =>
    unlike(key, found, disclosed.byChannel[channel] ?? 0, channel),
  );
  return [...ofTotal, ...channels, ...categoriesUnlike(found.audit, disclosed.categories)];
};

const TOTAL = "overview.disclosed.total";

/** The channels that the text breaks its total down into, by indicator. */
function channelsOf({ breakdowns }: Audit): readonly (readonly [key: string, channel: string])[] {
  const parts = [...breakdowns.values()]
    .flat()
    .filter(({ whole, kind }) => whole.key === TOTAL && kind === "channel")
    .flatMap((breakdown) => breakdown.parts);
  const keys = parts.flatMap(({ key }) => (key?.startsWith("overview.disclosed.") ? [key] : []));
  return [...new Set(keys)].map(
    (key) => [key, key.slice("overview.disclosed.".length).toUpperCase()] as const,
  );
}

/**
 * Categories listed together in one sentence (其中人事信息3条、财政信息2条); a category alone may be a partial figure in
 * passing. A report may break down its total or one channel, and name a category twice (财政信息1条, 财政数据1条): only
 * figures that match in no way are reported.
 */
function categoriesUnlike({ readings, input }: Audit, categories: readonly DisclosedCategory[]): Spotted[] {
  const reading = readings.find(({ section }) => section === "OVERVIEW");
  if (!reading || categories.length === 0) return [];
  const nameAt = categoryNames(categories);
  const stated = reading.statements.flatMap((one) => {
    const called = isPlainCount(one, input.year) ? nameAt(reading.text, one.start) : null;
    return called ? [{ one, ...called }] : [];
  });
  const inSentence = new Map<number, Set<string>>();
  for (const { one, written } of stated)
    inSentence.set(
      one.context.sentence,
      (inSentence.get(one.context.sentence) ?? new Set<string>()).add(written),
    );
  return categories.flatMap(({ name, total, onChannels }) => {
    const found = stated.filter(
      (each) => each.name === name && (inSentence.get(each.one.context.sentence)?.size ?? 0) > 1,
    );
    const [first] = found;
    const counted = [total, ...onChannels];
    const sum = found.reduce((all, { one }) => all + one.value, 0);
    if (!first || counted.includes(sum) || found.every(({ one }) => counted.includes(one.value))) return [];
    const at = `category.${nameHash(name)}`;
    const nearest = counted.reduce((a, b) => (Math.abs(b - sum) < Math.abs(a - sum) ? b : a));
    const excerpt = reading.passage.excerpt(first.start, first.one.end);
    return [{ at, expected: `${nearest}`, actual: `${sum}`, excerpt, detail: { category: name } }];
  });
}

const isPlainCount = ({ measure, vague, context }: Statement, year: number): boolean =>
  measure === "条" && !vague && context.year === year;

interface Called {
  readonly name: string;
  readonly written: string;
  readonly start: number;
}

/** Finds the category that is named right before a number, by the longest of the catalogue's names. */
function categoryNames(
  categories: readonly DisclosedCategory[],
): (text: string, end: number) => Called | null {
  const names = categories
    .flatMap(({ name, names: all }) => all.map((one) => ({ name, written: plain(one).text })))
    .sort((a, b) => b.written.length - a.written.length);
  return (text, end) => {
    const before = text.slice(Math.max(0, end - 40), end).replace(/[”"]?(?:类信息|类|信息)?共?$/, "");
    const whole = text.slice(Math.max(0, end - 40), end);
    for (const candidate of [whole, before])
      for (const { name, written } of names) {
        const rest = candidate.endsWith(written) ? candidate.slice(0, -written.length) : null;
        if (rest !== null && /(?:^|[,;。、:\n(“"]|其中|发布|公开)$/.test(rest))
          return { name, written, start: end - whole.length + rest.length };
      }
    return null;
  };
}

/** L06: number of 政策解读 as the text states it. */
export const interpretationsAsStated: Check = (input) => {
  const counted = input.ledger?.figures.INTERPRETATIONS;
  return counted === undefined
    ? []
    : unlike("overview.interpretations", auditOf(input), counted, "INTERPRETATIONS");
};

/** L04: numbers of 建议 and 提案 as the text states them. */
export const proposalsAsStated: Check = (input) => {
  const { CONGRESS_SUGGESTION: congress, CPPCC_PROPOSAL: cppcc } = input.ledger?.figures ?? {};
  return [
    ...(congress === undefined
      ? []
      : unlike("proposals.congress", auditOf(input), congress, "CONGRESS_SUGGESTION")),
    ...(cppcc === undefined ? [] : unlike("proposals.cppcc", auditOf(input), cppcc, "CPPCC_PROPOSAL")),
  ];
};
