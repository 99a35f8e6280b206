/** A number of one or two digits, as in dates: 12, 十二; 元月 is the first. */
export const SMALL_NUMBER = "(?:\\d{1,2}|元|[〇零一二三四五六七八九十]{1,3})";

/** The four digits of a year: 2025, 二〇二五, 二○二五. */
export const YEAR_NUMBER = "(?:\\d{4}|[〇零○一二三四五六七八九]{4})";

const DIGITS = new Map([..."〇零○一二三四五六七八九"].map((digit, i) => [digit, Math.max(i - 2, 0)]));
const PLACES = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const MYRIADS = new Map([
  ["万", 10_000],
  ["亿", 100_000_000],
]);

export interface ReadNumber {
  readonly value: number;
  /** The value of its last written digit: 1,000 in 1.9万, which leaves the hundreds open. */
  readonly step: number;
}

/** null for malformed numbers, such as 十百. */
export function readNumber(written: string): ReadNumber | null {
  const [, plain = "", myriad = ""] = /^(.*?)(万|亿)?$/.exec(written) ?? [];
  const factor = MYRIADS.get(myriad) ?? 1;
  const digits = plain.replaceAll(",", "");
  if (/^\d+(?:\.\d+)?$/.test(digits)) {
    const decimals = digits.split(".")[1]?.length ?? 0;
    return { value: Math.round(Number(digits) * factor), step: factor / 10 ** decimals };
  }
  const value = chineseNumber(written);
  return value === null ? null : { value, step: myriad === "" ? 1 : factor };
}

function chineseNumber(written: string): number | null {
  const characters = [...written.replaceAll("两", "二").replaceAll("元", "一")];
  if (characters.length > 1 && characters.every((one) => DIGITS.has(one)))
    return Number(characters.map((one) => DIGITS.get(one)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const one of characters) {
    const place = PLACES.get(one);
    const myriad = MYRIADS.get(one);
    if (DIGITS.has(one)) digit = DIGITS.get(one) ?? null;
    else if (place !== undefined) {
      section += (digit ?? (section === 0 ? 1 : NaN)) * place;
      digit = null;
    } else if (myriad !== undefined) {
      total += (section + (digit ?? 0)) * myriad;
      section = 0;
      digit = null;
    } else return null;
  }
  const value = total + section + (digit ?? 0);
  return characters.length > 0 && Number.isSafeInteger(value) ? value : null;
}
