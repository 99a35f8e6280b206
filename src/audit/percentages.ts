import { meaning, type Interval } from "./interval.js";
import { readNumber } from "./numerals.js";

/** A share or a growth in per cent, as it is written. */
export interface Percentage {
  readonly value: number;
  /** The value of its last written digit: 0.1 in 20.3%, 10 in 三成. */
  readonly step: number;
  /** What it may stand for: half a step each way, or what 近, 超, 余 leave open. */
  readonly range: Interval;
}

const DIGITS = "[一二两三四五六七八九十]";
const BEFORE = "将近|接近|超过|不足|不到|大约|至少|[近约超逾]";
const AFTER = "以上|以内|以下|左右|上下|有余|[余多强弱]";
const TENTHS = `${DIGITS}成(?:半|${DIGITS})?(?![不为立员果绩效功交长品本套群片])`;
const FRACTION = `${DIGITS}{1,2}分之${DIGITS}{1,2}`;
const HALF = "(?<=占[^,。;\\n]{0,8})(?:一半|过半|半数)";

/** 20.34%, 3个百分点, 百分之二十, 三成半, 三分之一, 一半, with the words that leave them open. */
export const PERCENTAGE = `(?:${BEFORE})?(?:\\d+(?:\\.\\d+)?(?:%|个百分点|成(?=[,;。、)以左多余]))|百分之[〇零一二三四五六七八九十百点]+|${FRACTION}|${TENTHS}|${HALF})(?:${AFTER})?`;

const PARTS = new RegExp(`^(?<before>${BEFORE})?(?<number>.*?)(?<after>${AFTER})?$`);

export function readPercentage(written: string): Percentage | null {
  const { before = "", number = "", after = "" } = PARTS.exec(written)?.groups ?? {};
  const read = readExact(number);
  if (!read) return null;
  const words = before + after + (number.includes("过半") ? "超" : "");
  const { value, step } = read;
  const around = { low: value - step / 2, high: value + step / 2 };
  return { value, step, range: words === "" ? around : leftOpen(read, words) };
}

/** 超20% is anything up to the next ten, 近三成 down to two tenths and a half. */
function leftOpen({ value, step }: Omit<Percentage, "range">, words: string): Interval {
  const { low, high } = meaning(value, { step, words: words.replace(/弱/, "近").replace(/强|至少/, "超") });
  return { low: Math.min(low, value - step / 2), high: Math.max(high, value + step / 2) };
}

function readExact(number: string): Omit<Percentage, "range"> | null {
  const digits = /^\d+(?:\.(\d+))?/.exec(number);
  if (digits && number.endsWith("成")) return { value: Number(digits[0]) * 10, step: 10 };
  if (digits) return { value: Number(digits[0]), step: 10 ** -(digits[1]?.length ?? 0) };
  if (/半$/.test(number) && !number.includes("成")) return { value: 50, step: 10 };
  const hundredths = /^百分之(.+)$/.exec(number)?.[1];
  if (hundredths !== undefined) return readHundredths(hundredths);
  const [, below, above] = /^(.+)分之(.+)$/.exec(number) ?? [];
  if (below !== undefined && above !== undefined) {
    const [parts, whole] = [readNumber(above)?.value, readNumber(below)?.value];
    return parts && whole && parts < whole ? { value: (parts / whole) * 100, step: 5 } : null;
  }
  const [, tens, half] = /^(.)成(.?)$/.exec(number) ?? [];
  const tenths = tens === undefined ? null : readNumber(tens);
  if (!tenths) return null;
  const rest = half === "半" ? 5 : half ? (readNumber(half)?.value ?? 0) : 0;
  return { value: tenths.value * 10 + rest, step: half ? 5 : 10 };
}

/** 百分之十二点五 */
function readHundredths(words: string): Omit<Percentage, "range"> | null {
  const [whole = "", decimals = ""] = words.split("点");
  const read = readNumber(whole);
  if (!read) return null;
  const fraction = [...decimals].reduce(
    (sum, one, i) => sum + (readNumber(one)?.value ?? 0) / 10 ** (i + 1),
    0,
  );
  return { value: read.value + fraction, step: 10 ** -decimals.length };
}
