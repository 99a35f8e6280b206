import { isExact } from "./interval.js";
import { chainStart, type Change } from "./changes.js";
import { factsOf } from "./facts.js";
import type { Audit } from "./remark.js";
import { areCompared, countBefore, kernelOf, type Reading, type Statement } from "./statements.js";

/** A figure of the year, and last year's of the same thing. */
export interface Sides {
  readonly now: Statement;
  /** Last year's number; null if nobody knows. */
  readonly before: number | null;
}

/** What the change may be of: the figure right before, or the whole that it is a part of. */
export function sidesOf(audit: Audit, reading: Reading, change: Change): readonly Sides[] {
  const beside = explained(reading, change, audit.input.year);
  if (beside) return [beside];
  const near = nearestBefore(reading, change) ?? totalAfter(reading, change);
  if (!near) return [];
  const thisYear = audit.input.year;
  if (near.context.year === thisYear - 1) {
    const now = lastOf(audit, reading, near);
    return now && isFirm(near) && isFirm(now) ? [{ now, before: near.value }] : [];
  }
  if (near.context.year !== thisYear || !isFirm(near)) return [];
  const whole = audit.partOf(near)[0]?.whole;
  const earlier = whole ? [] : sentenceStart(reading, near);
  return [near, ...(whole ? [whole] : []), ...earlier].map((now) => ({
    now,
    before: beforeOf(audit, reading, now, change),
  }));
}

/** 较上年增长超20%（上年75件，本年93件）; 下降两成，由1500条降至1203条: the two figures beside a change that explain it. */
function explained({ statements, text }: Reading, { start, end }: Change, year: number): Sides | null {
  const at = lastEndingBy(statements, start) + 1;
  const before = /^\),?$/.test(text.slice(statements[at - 1]?.end, start));
  const next =
    at +
    countBefore(
      statements.slice(at, at + 4).map(({ start: index }) => ({ index })),
      end,
    );
  const after = /^\(|^,?(?:即|是)?[由从]/.test(text.slice(end, end + 4));
  if (!before && !after) return null;
  const [first, second] = before ? statements.slice(at - 2, at) : statements.slice(next, next + 2);
  if (!first || !second || first.measure !== second.measure) return null;
  if (![first, second].every(isFirm) || Math.abs(first.start - end) > 40) return null;
  if (hasFallenFrom(first, second)) return { now: second, before: first.value };
  const [last, now] = first.context.year === year ? [second, first] : [first, second];
  const bare = [first, second].every(({ name, context }) => context.bracket > 0 && YEAR_ALONE.test(name));
  return bare && now.context.year === year && last.context.year === year - 1
    ? { now, before: last.value }
    : null;
}
const YEAR_ALONE = /^(?:(?:上|去|本|今)年度?|20\d\d年度?)?(?:为|共|有|是)*的?$/;

/** 收到5件、办结4件，较上年增加2件 may be of either. */
function sentenceStart({ statements }: Reading, near: Statement): readonly Statement[] {
  return statements
    .slice(Math.max(0, countBefore(statements, near.index) - 6), countBefore(statements, near.index))
    .filter(
      ({ context, measure, key, range }) =>
        context.sentence === near.context.sentence &&
        measure === near.measure &&
        key !== null &&
        isExact(range),
    );
}

function lastEndingBy(statements: readonly Statement[], offset: number): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The figure that a change is of: the last before it that is not itself a change, or last year's in 比上年350条增长20%. */
function nearestBefore({ statements, text: all }: Reading, { start, sooner }: Change): Statement | null {
  const from = chainStart(sooner) ?? start;
  const last = statements[lastEndingBy(statements, from)];
  if (!last || from - last.end > 40) return null;
  const between = all.slice(last.end, from);
  if (/[\n]|。.*。/.test(between)) return null;
  if (last.context.bracket === 0 || !between.includes(")")) return last;
  return statements[countBefore(statements, last.context.owner ?? 0)] ?? null;
}

/** 比去年多收到3件申请，共10件: the figure follows the change, where none stands before it. */
function totalAfter(reading: Reading, { start, end, sooner }: Change): Statement | null {
  const { statements, text: all } = reading;
  if (sooner) return totalAfter(reading, sooner);
  const last = statements[lastEndingBy(statements, start)];
  const at = lastEndingBy(statements, end);
  const total = statements[at + 1];
  if (!total || (last && last.context.sentence === total.context.sentence)) return null;
  if (!IN_ALL.test(all.slice(end, total.start))) return null;
  return { ...total, key: total.key ?? statements[at]?.key ?? null };
}
const IN_ALL = /^[^,;。]{0,6},(?:共计?|总计|合计|达到?|为)$/;

/** The last figure of the same thing for this year, before last year's. A part of a list is another thing than its whole. */
function lastOf(audit: Audit, { statements }: Reading, near: Statement): Statement | null {
  const at = countBefore(statements, near.index);
  const isSame = (one: Statement): boolean =>
    one.context.year === audit.input.year && one.context.line === near.context.line && isSameThing(one, near);
  const earlier = statements
    .slice(Math.max(0, at - 12), at)
    .filter(isSame)
    .reverse();
  return earlier.find((one) => audit.partOf(one).length === 0) ?? earlier[0] ?? null;
}

/** Exact, or money as it is written: 38.5万元. */
const isFirm = ({ range, measure, vague }: Statement): boolean =>
  isExact(range) || (measure === "元" && !vague);

const isSameThing = (one: Statement, other: Statement): boolean =>
  one.measure === other.measure && (areCompared(one, other) || areAlike(one, other));

/** 由58件下降为41件 names no year. */
const hasFallenFrom = (one: Statement, now: Statement): boolean =>
  /[由从]$/.test(one.context.label) &&
  one.context.year === now.context.year &&
  one.measure === now.measure &&
  areCompared(one, now);

/** 公开文件, 我委公开文件 */
const areNamedAlike = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 1 && (a.endsWith(b) || b.endsWith(a)));

const areAlike = (one: Statement, other: Statement): boolean =>
  one.key === null || other.key === null
    ? areNamedAlike(kernelOf(one.name), kernelOf(other.name)) ||
      /^(?:为|同期|上年|去年|收到|公开|办理|受理|发布|推送)*$/.test(other.name)
    : one.key === other.key || (one.key.startsWith("requests.") && other.key.startsWith("requests.received"));

/** Last year's number for a figure: as the text states it, or as last year's report does. */
function beforeOf(audit: Audit, reading: Reading, now: Statement, change: Change): number | null {
  if (change.before !== null) return change.before;
  const lastYear = audit.input.year - 1;
  const at = countBefore(reading.statements, now.index);
  const stated = reading.statements
    .slice(Math.max(0, at - 12), at + 12)
    .find(
      (one) =>
        hasFallenFrom(one, now) ||
        (one.context.year === lastYear &&
          mayConcern(reading, one, now) &&
          Math.abs(one.context.sentence - now.context.sentence) <= 1 &&
          isSameThing(now, one)),
    );
  if (stated && isFirm(stated)) return stated.value;
  const derived = derivedFrom(change.sooner, now);
  if (derived !== null || now.key === null || change.base === "") return derived;
  return factsOf(audit, lastYear).value(now.key) ?? cellOf(audit, now.key);
}

/** 500条，其中网站300条，同比增长20%（上年250条）: in a bracket, of the figure before it alone. */
function mayConcern({ statements }: Reading, one: Statement, now: Statement): boolean {
  if (one.context.bracket === 0 || one.context.bracket === now.context.bracket) return true;
  const earlier = statements.slice(0, countBefore(statements, one.index)).slice(-4);
  const owner = earlier.findLast(
    ({ context, role }) => context.bracket !== one.context.bracket && !role.change,
  );
  return owner === undefined || owner.index <= now.index;
}

/** 46件，较上年增加9件，增长24.3%: it was 37. */
function derivedFrom(sooner: Change | null, now: Statement): number | null {
  if (!sooner) return null;
  const { unit, sign, amount, before, vague, to } = sooner;
  if (before !== null) return before;
  const counted = unit !== "%" && unit !== "倍" && sign !== 0 && !vague && !to;
  return counted && now.value - sign * amount >= 0
    ? now.value - sign * amount
    : derivedFrom(sooner.sooner, now);
}

const CELLS: Readonly<Record<string, readonly string[]>> = {
  "requests.received": ["requests.received.total"],
  "requests.accepted": ["requests.received.total", "requests.carriedIn.total"],
  "requests.answered": ["requests.total.total"],
  "remedies.review": ["remedies.review.total"],
  "remedies.litigation": ["remedies.litigation.total"],
};

function cellOf({ input }: Audit, key: string): number | null {
  const values = (CELLS[key] ?? []).map((code) => input.lastYear?.(code) ?? null);
  return values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
