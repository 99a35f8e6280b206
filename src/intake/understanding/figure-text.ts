import { formatScaled } from "../../kernel/decimal.js";
import { readCellValue, type Figure } from "../../forms/index.js";
import { bare } from "./labels.js";
import { BLANK_MARKS, COUNTERS } from "./label-variants.data.js";

/** A figure as printed. `value`: the exact decimal, null for a blank; `mark`: a sign stood for the blank. */
export interface ReadFigure {
  readonly value: string | null;
  readonly isMark?: boolean;
  /** Printed in 元 where the form asks for 万元. */
  readonly isConverted?: boolean;
}

const NUMBER = new RegExp(
  `^([+-]|增加?|减少?)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(万元|元|[${COUNTERS}])?$`,
);
const DIGITS = "零一二三四五六七八九";

export const isBlankMark = (text: string): boolean => text === "" || BLANK_MARKS.includes(text);

/** True for anything that a cell of figures may hold, a blank included. */
export const isFigure = (text: string): boolean => {
  const plain = bare(text);
  return isBlankMark(plain) || NUMBER.test(plain);
};

/** True for a printed number, which a blank is not. */
export const isNumber = (text: string): boolean => NUMBER.test(bare(text));

/** Reads the figure of a cell; null if nobody can tell which number it is: 约3件, 14万余. */
export function readFigure(text: string, cell: Figure): ReadFigure | null {
  const plain = bare(text);
  if (plain === "") return { value: null };
  if (isBlankMark(plain)) return { value: null, isMark: true };
  const match = NUMBER.exec(inArabic(plain));
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", unit = ""] = match;
  const minus = sign === "-" || sign.startsWith("减") ? "-" : "";
  const digits = whole.replaceAll(",", "") + fraction.replace(/\.?0+$/, "");
  const isConverted = unit === "元" && cell.unit === "万元";
  const raw = minus + (isConverted ? inTenThousands(digits) : digits);
  const read = readCellValue(cell, raw);
  if ("problem" in read) return null;
  return { value: formatScaled(read.value, cell.scale), ...(isConverted && { isConverted }) };
}

/** 一件, 十二件, 二十: small numbers in Chinese characters. */
function inArabic(text: string): string {
  const match = new RegExp(`^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)([${COUNTERS}])$`).exec(
    text,
  );
  if (!match || text.length < 2) return text;
  const [, tens = "", ten = "", ones = "", unit = ""] = match;
  if (ten === "") return `${Math.max(DIGITS.indexOf(tens || ones), 0)}${unit}`;
  return `${(tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)}${unit}`;
}

/** Moves the decimal point four places, exactly. */
function inTenThousands(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = whole.padStart(5, "0");
  return `${padded.slice(0, -4).replace(/^0+(?=\d)/, "")}.${padded.slice(-4)}${fraction}`.replace(
    /\.?0+$/,
    "",
  );
}
