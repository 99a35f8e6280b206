import { text } from "../../kernel/text.js";
import { changesIn, type Change } from "../changes.js";
import { sidesOf, type Sides } from "../comparison.js";
import { isExact } from "../interval.js";
import { shown, nameHash, type Audit, type Check, type Remark } from "../remark.js";
import { coreName, type Reading, type Statement } from "../statements.js";

/** N09: 同比下降100%, 较上年增加1件, computed again. */
export const changes: Check = (audit) =>
  audit.readings.flatMap((reading) =>
    changesIn(reading.text).flatMap((change) => {
      const remark = checkChange(audit, reading, change);
      return remark ? [remark] : [];
    }),
  );

function checkChange(audit: Audit, reading: Reading, change: Change): Remark | null {
  const sides = sidesOf(audit, reading, change);
  if (sides.length === 0 || change.vague || change.to) return null;
  const [wrong, ...others] = sides.map((side) => ({ side, fault: faultOf(change, side) }));
  if (!wrong?.fault || others.some(({ fault }) => fault === null)) return null;
  return remarkOf(reading, change, { ...wrong.side, ...wrong.fault });
}

interface Mistake {
  readonly arithmetic: string;
  readonly right: string;
  /** `right` is advice, not the words of the change itself. */
  readonly vague?: true;
  readonly light?: true;
}

/** null: the statement is right, or cannot be judged. */
function faultOf(change: Change, { now: figure, before }: Sides): Mistake | null {
  const { value: now, measure } = figure;
  const slack = slackOf(figure);
  const { sign, amount, unit, step } = change;
  if (unit === "%" && sign < 0 && amount >= 100 && now > 0 && before === null && change.base !== "")
    return { arithmetic: `${shown(now)} > 0`, right: "重新计算降幅", vague: true };
  if (unit === "%" && before === 0)
    return { arithmetic: `${shown(now)} ÷ 0`, right: `增加${shown(now)}${measure}` };
  const early = before === null ? againstSooner(change, now) : null;
  if (early) return early;
  if (before === null) {
    if (unit !== "%" && change.base === "") return null;
    const more = !/[%倍番]/.test(unit) && sign > 0 && amount > now;
    return more
      ? { arithmetic: `${shown(amount)} > ${shown(now)}`, right: "核对增减件数", vague: true }
      : null;
  }
  const difference = now - before;
  const right = rightChange(difference, { before, unit, step }, measure);
  if (sign === 0) return difference === 0 ? null : { arithmetic: `${shown(now)} ≠ ${shown(before)}`, right };
  if (unit === "番") {
    const [low, high] = [amount * 0.9, amount * 1.15];
    return now >= low * before && now <= high * before ? null : ratioMistake({ now, before }, right);
  }
  if (unit === "倍") {
    const isRatio = change.written.includes("的");
    const ratios = isRatio ? [now / before] : [difference / before, now / before];
    return ratios.some((one) => Math.abs(one - sign * amount) < step / 2 || isCutOff(one, change))
      ? null
      : ratioMistake({ now, before }, right);
  }
  if (unit !== "%")
    return Math.abs(difference - sign * amount) <= slack * 1.5
      ? null
      : { arithmetic: `${shown(now)} − ${shown(before)} = ${shown(difference)}`, right };
  return wrongPercentage({ now, before }, change, { right, slack: (slack / before) * 100 });
}

/** Money is rounded to the last digit that is written, 0.1万元; counts are not. */
const slackOf = ({ range, measure }: Statement): number =>
  measure === "元" && !isExact(range) ? (range.high - range.low + 1) / 1.5 : 0;

/** 2.97倍 written as 2.9倍 */
const isCutOff = (ratio: number, { amount, step }: Change): boolean =>
  step < 1 && ratio >= amount && ratio < amount + step;

interface Pair {
  readonly now: number;
  readonly before: number;
}

const ratioMistake = ({ now, before }: Pair, right: string): Mistake => ({
  arithmetic: `${shown(now)} ÷ ${shown(before)} = ${shown(Math.round((now / before) * 100) / 100)}`,
  right,
});

/** 960条，较上年增长20%，增加120条: the count does not follow from the percentage before it. */
function againstSooner({ sign, amount, unit, sooner }: Change, now: number): Mistake | null {
  const before = now - sign * amount;
  if (unit === "%" || unit === "倍" || unit === "番" || sooner?.unit !== "%" || sooner.vague || before <= 0)
    return null;
  const wrong = wrongPercentage({ now, before }, sooner, { right: "核对增减数与百分比", slack: 0 });
  return wrong && { ...wrong, vague: true };
}

function wrongPercentage(
  { now, before }: Pair,
  stated: Change,
  { right, slack }: { readonly right: string; readonly slack: number },
): Mistake | null {
  const { sign, amount, step, range } = stated;
  const exact = ((now - before) / before) * 100;
  if (exact * sign >= range.low - slack - 1e-9 && exact * sign <= range.high + slack + 1e-9) return null;
  const arithmetic = `(${shown(now)} − ${shown(before)}) ÷ ${shown(before)} = ${shown(Math.round(exact * 100) / 100)}%`;
  const light = Math.abs(exact - sign * amount) < step && step < 1;
  return { arithmetic, right, ...(light ? { light } : {}) };
}

function rightChange(
  difference: number,
  { before, unit, step }: Pick<Change, "unit" | "step"> & { readonly before: number },
  measure: string,
): string {
  if (difference === 0) return SAME;
  const word = difference > 0 ? ["增加", "增长"] : ["减少", "下降"];
  if (unit !== "%") return `${word[0]}${shown(Math.abs(difference))}${measure}`;
  const percent = Math.abs((difference / before) * 100);
  return `${word[1]}${shown(Math.round(percent / Math.min(step, 1)) * Math.min(step, 1))}%`;
}

const SAME = "与上年持平";

type Wrong = Sides & Mistake;

function remarkOf(
  reading: Reading,
  change: Change,
  { now, before, arithmetic, right, vague, light }: Wrong,
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
    ...(vague ? {} : instead(reading, change, right)),
  };
}

/** 下降50% for 下降100%, 较上年增加1件 for 与上年持平; nothing where the sentence would have to be put together anew. */
function instead(
  { passage }: Reading,
  { start, end, written, base, verb, sign }: Change,
  right: string,
): Pick<Remark, "replacement"> {
  const comparison = /^(?:同比|[较比与同和](?:上一?年|去年|20\d\d年))/.exec(base)?.[0];
  if (right === SAME && comparison === base)
    return {
      replacement: passage.replacement(start, end, base === "同比" ? "同比持平" : `与${base.slice(1)}持平`),
    };
  if (right === SAME) return {};
  if (verb !== null) return { replacement: passage.replacement(start + verb, end, right) };
  return sign === 0 && comparison === base && /^.{2,8}$/.test(written)
    ? { replacement: passage.replacement(start, end, base.replace(/^[与同和](?!比)/, "较") + right) }
    : {};
}
