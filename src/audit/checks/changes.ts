import { text } from "../../kernel/text.js";
import { factsOf } from "../facts.js";
import { isExact } from "../interval.js";
import { shown, nameHash, type Audit, type Check, type Remark } from "../remark.js";
import { coreName, countBefore, kernelOf, type Reading, type Statement } from "../statements.js";

const BASE =
  "同比(?:上一?年|去年|20\\d\\d年)?(?:的?\\d+[件条篇份宗])?|环比|(?:较|比|与|同|和|相较于?|相比)(?:于)?(?:上一?年|去年|前一年|20\\d\\d年)度?(?:同期|全年)?(?:(?:的|为)?\\d+[件条篇份宗次个起例期]?|\\(\\d+[件条篇份宗次个起例期]\\))?(?:相比|比较|同比)?";
const RISE = "增长率?|增加|上升|提高|提升|增幅|升高|增多|多了?|增";
const FALL = "下降|减少|降低|下滑|降幅|缩减|少了?|减|降";
const SAME = "持平|相同|一致|无变化|没有变化";
const CHANGE = new RegExp(
  `(?:(?<base>${BASE}),?(?:[^,。;:\\d()]{0,6}?)|(?<=[,;()、即])(?:约|即|共|也就是)?|(?=增幅|降幅))(?:(?<same>${SAME})|(?:(?<rise>${RISE})|(?<fall>${FALL}))(?:了|约|近|超过?|达到?)?(?<to>[到至为])?(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<vague>[余多])?(?<unit>%|个百分点|倍|[件条篇份宗次个起例]))`,
  "g",
);

/** 为上年42件的2倍; 是2022年的1.5倍 */
const RATIO =
  /(?:是|为|达到?|相当于)(?<base>(?:上一?年|去年|20\d\d年)度?(?:同期|全年)?)(?:的)?\(?(?:(?<before>\d+)[件条篇份宗次个起例期]?)?\)?的(?<number>\d+(?:\.\d+)?)倍/g;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly base: string;
  readonly sign: 1 | -1 | 0;
  readonly amount: number;
  readonly step: number;
  readonly unit: string;
  readonly to: boolean;
  readonly vague: boolean;
  /** Last year's number, as the wording itself gives it. */
  readonly before: number | null;
  /** The change before it in its sentence: 增加9件，增长24.3%. */
  readonly sooner: Change | null;
}

/** N09: 同比下降100%, 较上年增加1件, computed again. */
export const changes: Check = (audit) =>
  audit.readings.flatMap((reading) =>
    changesIn(reading).flatMap((change) => {
      const remark = checkChange(audit, reading, change);
      return remark ? [remark] : [];
    }),
  );

function changesIn({ text: all }: Reading): readonly Change[] {
  const found = [...all.matchAll(CHANGE), ...all.matchAll(RATIO)].sort((a, b) => a.index - b.index);
  let [sooner, length]: [Change | null, number] = [null, 0];
  return found.flatMap((match) => {
    const next = changeOf(match);
    if (!next) return [];
    const gap = sooner ? all.slice(sooner.end, next.start) : "。";
    length = length < 3 && /^[,;、(即]{0,2}$/.test(gap) ? length + 1 : 0;
    const change: Change = { ...next, sooner: length > 0 ? sooner : null };
    sooner = change;
    return [change];
  });
}

function changeOf({ 0: written, index, groups = {} }: RegExpExecArray): Omit<Change, "sooner"> | null {
  const { base = "", same, fall, to, vague, unit = "倍" } = groups;
  if (base.startsWith("环比") || unit === "个百分点" || /基本(?:持平|相同|一致)/.test(written)) return null;
  const digits = (groups.number ?? "0").replaceAll(",", "");
  const inBase =
    groups.before ?? /(?:年度?(?:同期|全年)?(?:的|为)?|\(|同比的?)(\d+)(?![\d年])/.exec(base)?.[1];
  return {
    ...{ start: index, end: index + written.length, written, base, unit },
    sign: same ? 0 : fall ? -1 : 1,
    amount: Number(digits),
    step: 10 ** -(digits.split(".")[1]?.length ?? 0),
    to: to !== undefined && to !== "为" && !/[增降]幅/.test(written),
    vague: vague !== undefined,
    before: inBase === undefined ? null : Number(inBase),
  };
}

interface Sides {
  readonly now: Statement;
  /** Last year's number; null if nobody knows. */
  readonly before: number | null;
}

function checkChange(audit: Audit, reading: Reading, change: Change): Remark | null {
  const sides = sidesOf(audit, reading, change);
  if (sides.length === 0 || change.vague || change.to) return null;
  const [wrong, ...others] = sides.map((side) => ({ side, fault: faultOf(change, side) }));
  if (!wrong?.fault || others.some(({ fault }) => fault === null)) return null;
  return remarkOf(reading, change, { ...wrong.side, ...wrong.fault });
}

/** What the change may be of: the figure right before, or the whole that it is a part of. */
function sidesOf(audit: Audit, reading: Reading, change: Change): readonly Sides[] {
  const near = nearestBefore(reading, change);
  if (!near) return [];
  const thisYear = audit.input.year;
  if (near.context.year === thisYear - 1) {
    const now = lastOf(reading, near, thisYear);
    return now && isExact(near.range) && isExact(now.range) ? [{ now, before: near.value }] : [];
  }
  if (near.context.year !== thisYear || !isExact(near.range)) return [];
  const whole = audit.partOf(near)[0]?.whole;
  const earlier = whole ? [] : sentenceStart(reading, near);
  return [near, ...(whole ? [whole] : []), ...earlier].map((now) => ({
    now,
    before: beforeOf(audit, reading, now, change),
  }));
}

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

/** Where the first of several changes in a row begins. */
const chainStart = (change: Change | null): number | null =>
  change ? (chainStart(change.sooner) ?? change.start) : null;

/** The last figure of the same thing for that year, before a figure. */
function lastOf({ statements }: Reading, near: Statement, year: number): Statement | null {
  const at = countBefore(statements, near.index);
  const earlier = statements.slice(Math.max(0, at - 12), at).reverse();
  return (
    earlier.find(
      (one) => one.context.year === year && one.context.line === near.context.line && isSameThing(one, near),
    ) ?? null
  );
}

const isSameThing = (one: Statement, other: Statement): boolean =>
  one.measure === other.measure &&
  (isRisenTo(one, other) || isRisenTo(other, one) || isComparedWith(one, other) || areAlike(one, other));

/** 从2022年的1000条增加到2023年的1200条 */
const isRisenTo = (one: Statement, other: Statement): boolean =>
  one.index + 1 === other.index &&
  /^,?(?:(?:增|上升|升|提|减|下降|降|回落|压缩|扩)[^,\d]{0,3}(?:到|至|为)|变为|变成)/.test(
    other.context.label,
  );

/** 16件，较上年的15件 */
const isComparedWith = (one: Statement, other: Statement): boolean =>
  one.index + 1 === other.index &&
  /^,?(?:相?较|相比|比|与|同|和|跟|是|为)于?(?:上一?年|去年|20\d\d年)度?(?:同期|全年)?[的为]?\(?$/.test(
    other.context.label,
  );

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
        one.context.year === lastYear &&
        Math.abs(one.context.sentence - now.context.sentence) <= 1 &&
        isSameThing(now, one),
    );
  if (stated && isExact(stated.range)) return stated.value;
  const derived = derivedFrom(change.sooner, now);
  if (derived !== null || now.key === null || change.base === "") return derived;
  return factsOf(audit, lastYear).value(now.key) ?? cellOf(audit, now.key);
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

interface Mistake {
  readonly arithmetic: string;
  readonly right: string;
  readonly light?: true;
}

/** null: the statement is right, or cannot be judged. */
function faultOf(change: Change, { now: { value: now, measure }, before }: Sides): Mistake | null {
  const { sign, amount, unit, step } = change;
  if (unit === "%" && sign < 0 && amount >= 100 && now > 0 && before === null && change.base !== "")
    return { arithmetic: `${shown(now)} > 0`, right: "重新计算降幅" };
  if (unit === "%" && before === 0)
    return { arithmetic: `${shown(now)} ÷ 0`, right: `增加${shown(now)}${measure}` };
  const early = before === null ? againstSooner(change, now) : null;
  if (early) return early;
  if (before === null) {
    if (unit !== "%" && change.base === "") return null;
    const more = unit !== "%" && unit !== "倍" && sign > 0 && amount > now;
    return more ? { arithmetic: `${shown(amount)} > ${shown(now)}`, right: "核对增减件数" } : null;
  }
  const difference = now - before;
  const right = rightChange(difference, { before, unit, step }, measure);
  if (sign === 0) return difference === 0 ? null : { arithmetic: `${shown(now)} ≠ ${shown(before)}`, right };
  if (unit === "倍") {
    const isRatio = change.written.includes("的");
    const ratios = isRatio ? [now / before] : [difference / before, now / before];
    return ratios.some((one) => Math.abs(one - sign * amount) <= (isRatio ? step / 2 : step))
      ? null
      : { arithmetic: `${shown(now)} ÷ ${shown(before)} = ${shown(now / before)}`, right };
  }
  if (unit !== "%")
    return difference === sign * amount
      ? null
      : { arithmetic: `${shown(now)} − ${shown(before)} = ${shown(difference)}`, right };
  return wrongPercentage({ now, before }, sign * amount, { step, right });
}

/** 960条，较上年增长20%，增加120条: the count does not follow from the percentage before it. */
function againstSooner({ sign, amount, unit, sooner }: Change, now: number): Mistake | null {
  const before = now - sign * amount;
  if (unit === "%" || unit === "倍" || sooner?.unit !== "%" || sooner.vague || before <= 0) return null;
  return wrongPercentage({ now, before }, sooner.sign * sooner.amount, {
    step: sooner.step,
    right: "核对增减数与百分比",
  });
}

function wrongPercentage(
  { now, before }: { readonly now: number; readonly before: number },
  stated: number,
  { step, right }: { readonly step: number; readonly right: string },
): Mistake | null {
  const exact = ((now - before) / before) * 100;
  const off = Math.abs(exact - stated);
  if (off <= step / 2 + 1e-9) return null;
  const arithmetic = `(${shown(now)} − ${shown(before)}) ÷ ${shown(before)} = ${shown(Math.round(exact * 100) / 100)}%`;
  return { arithmetic, right, ...(off < step && step < 1 ? { light: true } : {}) };
}

function rightChange(
  difference: number,
  { before, unit, step }: { readonly before: number; readonly unit: string; readonly step: number },
  measure: string,
): string {
  if (difference === 0) return "与上年持平";
  const word = difference > 0 ? ["增加", "增长"] : ["减少", "下降"];
  if (unit !== "%") return `${word[0]}${shown(Math.abs(difference))}${measure}`;
  const percent = Math.abs((difference / before) * 100);
  return `${word[1]}${shown(Math.round(percent / step) * step)}%`;
}

type Wrong = Sides & Mistake;

function remarkOf(
  reading: Reading,
  change: Change,
  { now, before, arithmetic, right, light }: Wrong,
): Remark {
  const start = now.start - now.context.phrase.length;
  return {
    rule: "N09_YOY",
    severity: light ? "INFO" : "WARNING",
    at: `${reading.section}.${nameHash((now.key ?? coreName(now.name)) + change.unit)}`,
    excerpt: reading.passage.excerpt(Math.min(start, change.start), change.end),
    expected: before === null ? null : shown(before),
    actual: shown(now.value),
    arithmetic,
    message: text(
      `“${change.written}”与数字不符：${arithmetic}`,
      `The change that is stated does not follow from the numbers: ${shown(now.value)} this year${before === null ? "" : `, ${shown(before)} last year`}`,
    ),
    suggestion: text(
      `改为“${change.base}${right}”`.replace(/“(?:与|同|和).*与上年持平/, "“与上年持平"),
      "Compute the change again",
    ),
  };
}
