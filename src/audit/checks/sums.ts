import { text } from "../../kernel/text.js";
import type { Breakdown } from "../breakdowns.js";
import { exceeds, isExact, mayEqual, plus, type Interval } from "../interval.js";
import {
  excerptOf,
  nameHash,
  refigured,
  shown,
  shownRange,
  type Audit,
  type Check,
  type Remark,
} from "../remark.js";
import { coreName, type Reading, type Statement } from "../statements.js";
import { OVERLAP, type PartKind } from "../vocabulary.data.js";

/** N01, N02, N05, N07, N08: a figure against its parts. */
export const sums: Check = ({ breakdowns }: Audit) =>
  [...breakdowns].flatMap(([reading, all]) => all.flatMap((one) => uneven(reading, one)));

const RULES: Readonly<Record<PartKind, string>> = {
  channel: "N01_CHANNEL_SUM",
  applicant: "N05_REQ_GROUPS",
  outcome: "N05_REQ_GROUPS",
  way: "N05_REQ_GROUPS",
  remedyOutcome: "N07_REVIEW",
  plain: "N02_CATEGORY_SUM",
};

function ruleOf({ kind, whole }: Breakdown): string {
  if (
    /^remedies\.litigation/.test(whole.key ?? "") ||
    (kind === "remedyOutcome" && /诉讼|应诉/.test(whole.context.phrase))
  )
    return "N08_LITIGATION";
  if (whole.key === "remedies.review") return "N07_REVIEW";
  return RULES[kind];
}

function uneven(reading: Reading, one: Breakdown): readonly Remark[] {
  const { whole, parts, closed, certain, kind } = one;
  const largest = parts.reduce((a, b) => (b.range.low > a.range.low ? b : a));
  if (exceeds(largest.range, whole.range)) return [partOverWhole(reading, one, largest)];
  const sum = plus(parts.map(({ range }) => range));
  if (parts.length === 1 || mayEqual(sum, whole.range)) return [];
  const above = exceeds(sum, whole.range);
  if (above && kind === "channel" && mayOverlap(reading, one, largest)) return [];
  if (!certain || (!above && !closed)) return [];
  return [unequalSum(reading, one)];
}

/** 911条，全部在网站发布，其中876条同时推送到微信: items on several channels count once. */
function mayOverlap({ text: all }: Reading, { whole, parts }: Breakdown, largest: Statement): boolean {
  if (isExact(whole.range) && largest.value === whole.value) return true;
  const end = parts.at(-1)?.end ?? whole.end;
  const sentenceEnd = all.slice(end, end + 60);
  return OVERLAP.test(all.slice(whole.context.sentenceStart, end) + sentenceEnd);
}

const isHard = ({ whole, parts, closed, inferred, certain, kind }: Breakdown): boolean =>
  closed &&
  !inferred &&
  certain &&
  kind !== "channel" &&
  [whole, ...parts].every((one) => isExact(one.range) && isAlike(one, whole));

const isAlike = ({ measure }: Statement, whole: Statement): boolean =>
  measure === "" || measure === whole.measure;

const inOrder = ({ whole, parts }: Breakdown): readonly [Statement, Statement] => {
  const last = parts.at(-1) ?? whole;
  return whole.start < last.start ? [whole, last] : [parts[0] ?? whole, whole];
};

const placeOf = (reading: Reading, { whole, kind }: Breakdown): string =>
  `${reading.section}.${kind}.${nameHash(coreName(whole.name) + whole.measure + whole.context.year)}`;

/** 人事信息1 + 业务动态40 */
const added = (parts: readonly Statement[]): string =>
  parts.map(({ range }) => shownRange(range)).join(" + ");

function unequalSum(reading: Reading, one: Breakdown): Remark {
  const { whole, parts } = one;
  const sum = plus(parts.map(({ range }) => range));
  const by = shown(Math.abs(sum.low - whole.range.low));
  const measure = whole.measure;
  const arithmetic = `${added(parts)} = ${shownRange(sum)} ≠ ${shownRange(whole.range)}`;
  const what = one.kind === "channel" ? text("各渠道", "channels") : text("各项", "parts");
  const overlap =
    one.kind === "channel" && exceeds(sum, whole.range)
      ? text(
          `；如有同一信息在多个渠道发布，请写明“其中${by}${measure}在多个渠道同步发布，只计1次”`,
          `; if items appeared on several channels, say how many (${by})`,
        )
      : text("", "");
  return {
    rule: ruleOf(one),
    severity: isHard(one) || lacksSome(one, sum) ? "ERROR" : "WARNING",
    at: placeOf(reading, one),
    excerpt: excerptOf(reading.passage, ...inOrder(one)),
    expected: shown(sum.low),
    actual: shown(whole.value),
    arithmetic,
    message: text(
      `${what.zh}合计 ${arithmetic}，相差 ${by}${measure}`,
      `The ${what.en} add up to ${arithmetic}; difference ${by}`,
    ),
    suggestion: text(
      `请核对：合计应为“${shown(sum.low)}${measure}”，或更正其中一项${overlap.zh}`,
      `Check: the total would be ${shown(sum.low)}, or one part is wrong${overlap.en}`,
    ),
    ...(isExact(sum) ? refigured(reading, whole, sum.low) : {}),
  };
}

/** Channels may have items in common, even in a closed list, and so exceed their total; none makes them fall short of it. */
const lacksSome = ({ closed, inferred, certain, kind, whole, parts }: Breakdown, sum: Interval): boolean =>
  kind === "channel" &&
  closed &&
  !inferred &&
  certain &&
  exceeds(whole.range, sum) &&
  [whole, ...parts].every(({ range }) => isExact(range));

function partOverWhole(reading: Reading, one: Breakdown, largest: Statement): Remark {
  const { whole } = one;
  const arithmetic = `${shownRange(largest.range)} > ${shownRange(whole.range)}`;
  return {
    rule: ruleOf(one),
    severity: isHard(one) ? "ERROR" : "WARNING",
    at: placeOf(reading, one),
    excerpt: excerptOf(reading.passage, ...inOrder(one)),
    expected: shown(whole.value),
    actual: shown(largest.value),
    arithmetic,
    message: text(
      `其中一项“${largest.name}” ${largest.written}，大于所属的总数 ${whole.written}（${arithmetic}）`,
      `A part, ${shown(largest.value)}, exceeds its whole, ${shown(whole.value)} (${arithmetic})`,
    ),
    suggestion: text(
      `请核对总数：不应小于“${largest.written}”`,
      `Check the total: it is at least ${shown(largest.value)}`,
    ),
  };
}
