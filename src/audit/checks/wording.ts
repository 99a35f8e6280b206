import { text } from "../../kernel/text.js";
import { readNumber } from "../numerals.js";
import { nameHash, type Audit, type Check, type Remark } from "../remark.js";
import type { Reading } from "../statements.js";
import { OLDER_FORMS, SECTION_NAMES, SLIPS, SUPERSEDED } from "../wordings.data.js";

interface Found {
  readonly rule: string;
  readonly at: string;
  readonly start: number;
  readonly end: number;
  readonly zh: string;
  readonly en: string;
  readonly right: readonly [zh: string, en: string];
  /** What should stand there; null or left out where that is not certain. */
  readonly instead?: string | null;
  readonly arithmetic?: string;
}

const remark = ({ section, passage }: Reading, found: Found): Remark => ({
  rule: found.rule,
  at: `${section}.${found.at}`,
  excerpt: passage.excerpt(found.start, found.end),
  expected: null,
  actual: null,
  arithmetic: found.arithmetic ?? null,
  message: text(found.zh, found.en),
  suggestion: text(...found.right),
  ...(typeof found.instead === "string"
    ? { replacement: passage.replacement(found.start, found.end, found.instead) }
    : {}),
});

/** N19: doubled characters, wrong words, residues of Word. */
export const slips: Check = ({ readings }) =>
  readings.flatMap((reading) =>
    SLIPS.flatMap((slip, i) =>
      [...reading.text.matchAll(slip.wording)].slice(0, 5).map((match, n) =>
        remark(reading, {
          rule: "N19_TYPO",
          at: `${i}.${nameHash(reading.text.slice(Math.max(0, match.index - 6), match.index))}.${n}`,
          start: match.index,
          end: match.index + match[0].length,
          zh: `${slip.zh}：“${match[0]}”`,
          en: `This looks like ${slip.en}`,
          right: slip.right
            ? [`改为“${slip.right}”`, "Correct the wording"]
            : [slip.advice ?? "删去多余部分", slip.advice ? "Fill it in" : "Take it away"],
          instead: slip.right ?? withoutSlip(match[0]),
        }),
      ),
    ),
  );

/** 的的, 信息信息, 予以以 and 。。 without the second; [image: 1] and _GoBack go as a whole; null where a person must look. */
function withoutSlip(found: string): string | null {
  if (/^\[.*\]$|^_GoBack$/.test(found)) return "";
  const half = found.slice(0, found.length / 2);
  if (found === half + half) return half;
  return found.endsWith(found.slice(-1).repeat(2)) ? found.slice(0, -1) : null;
}

/** S14: a circular that another has replaced; S15: words of an older form. */
export const outdated: Check = ({ input, readings }) =>
  readings.flatMap((reading) => [
    ...SUPERSEDED.filter(({ since }) => input.year >= since).flatMap(({ wording, document, instead }) =>
      firstOf(reading, wording).map((span) =>
        remark(reading, {
          rule: "S14_SUPERSEDED",
          at: nameHash(document),
          ...span,
          zh: `引用的${document}已被${instead}取代`,
          en: "The circular that is cited has been replaced",
          right: [`改为“${instead}”`, "Cite the one in force"],
          instead,
        }),
      ),
    ),
    ...OLDER_FORMS.filter(({ since }) => input.year >= since).flatMap(({ wording, zh }) =>
      firstOf(reading, wording).map((span) =>
        remark(reading, {
          rule: "S15_OTHER_FORM",
          at: nameHash(zh),
          ...span,
          zh: `“${reading.text.slice(span.start, span.end).trim()}”是${zh}，本年度格式没有`,
          en: "These are words of an older form",
          right: ["按本年度格式改写", "Use the words of the year's form"],
        }),
      ),
    ),
  ]);

const firstOf = (
  { text: all }: Reading,
  wording: RegExp,
): readonly { readonly start: number; readonly end: number }[] =>
  [...all.matchAll(wording)]
    .slice(0, 1)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));

const PARTS =
  /(?<number>[一二三四五六七八九十两]|\d{1,2})个?(?:大)?(?:部分|方面(?:内容)?)(?:组成|构成|内容)?[^。\n]{0,4}(?<list>[^。\n]{0,220})/g;

/** S10: 七个部分 with six named; S11: an annex that is not there. */
export const announcedParts: Check = ({ readings }: Audit) =>
  readings.flatMap((reading) => [...announced(reading), ...annex(reading)]);

function announced(reading: Reading): readonly Remark[] {
  return [...reading.text.matchAll(PARTS)].flatMap((match) => {
    const stated = readNumber(match.groups?.number ?? "")?.value;
    const sentence = sentenceAround(reading.text, match.index, match.index + match[0].length);
    const named = SECTION_NAMES.filter((wording) => wording.test(sentence)).length;
    const annexes = /(?:统计)?附[表件]/.test(sentence) ? 1 : 0;
    if (stated === undefined || named < 3 || !/报告|全文|本文/.test(sentence)) return [];
    if (stated === named || stated === named + annexes) return [];
    return [
      remark(reading, {
        rule: "S10_INTRO_PARTS",
        at: "parts",
        start: match.index,
        end: match.index + match[0].length,
        zh: `写明 ${stated} 个部分，实际列出 ${named} 个`,
        en: `${stated} parts are announced, ${named} are named`,
        right: ["按格式写明六个部分并逐一列出", "Name the six sections of the form"],
        arithmetic: `${stated} ≠ ${named}`,
      }),
    ];
  });
}

/** The names may stand before the number: 总体情况、… 等六个部分. */
function sentenceAround(all: string, start: number, end: number): string {
  const before = all.slice(Math.max(0, start - 220), start);
  return (
    before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("\n")) + 1) + all.slice(start, end)
  );
}

const ANNEX = /(?:以及|和|及|、)?(?:相关)?(?:指标)?统计附表|(?:详见|见|另附)附[件表]\d?/g;

function annex(reading: Reading): readonly Remark[] {
  return firstOf(reading, ANNEX).map((span) =>
    remark(reading, {
      rule: "S11_ANNEX",
      at: "annex",
      ...span,
      zh: "提到附表、附件，而格式中没有",
      en: "An annex is named that the form does not have",
      right: ["删去，或随报告附上", "Leave it out, or add the annex"],
    }),
  );
}

const ORDINALS = /(?<=^|[:;,。\n])(?<number>[一二三四五六七八九十])是/g;
const HEADINGS = /(?<=^|[\n。;])\((?<number>[一二三四五六七八九十])\)/g;

/** N21: 一是、三是. A list starts anew at 一; one that begins later may have lost its head in copying. */
export const enumerations: Check = ({ readings }) =>
  readings.flatMap((reading) => [ORDINALS, HEADINGS].flatMap((wording, i) => gaps(reading, wording, i)));

function gaps(reading: Reading, wording: RegExp, kind: number): readonly Remark[] {
  let last = 0;
  for (const match of reading.text.matchAll(wording)) {
    const number = readNumber(match.groups?.number ?? "")?.value ?? 0;
    if (last > 0 && number !== 1 && number !== last + 1 && number < last + 4) {
      return [
        remark(reading, {
          rule: "N21_ENUM",
          at: `${kind}`,
          start: match.index,
          end: match.index + match[0].length,
          zh: `编号不连续：第 ${last} 项之后是第 ${number} 项`,
          en: `The numbering jumps from ${last} to ${number}`,
          right: ["核对是否漏写或编号有误", "Check whether an item or a number is wrong"],
          arithmetic: `${last} + 1 ≠ ${number}`,
        }),
      ];
    }
    last = number;
  }
  return [];
}

const PICTURE = /\[?image:\d{0,2}?(?<ms>1[4-9]\d{11})\]?/g;
const SIGNATURE = /(?<year>20\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日(?=\n|$)/g;

/** D08 of a text: its pictures are named by the moment they were made, and that is after the signature. */
export const pictureDates: Check = ({ input, readings }) =>
  readings.flatMap((reading) => {
    const signed = input.signedOn ?? signedIn(reading.text);
    const late = [...reading.text.matchAll(PICTURE)].find(
      ({ groups }) => signed && dayOf(Number(groups?.ms)) > signed,
    );
    if (!late || !signed) return [];
    const made = dayOf(Number(late.groups?.ms));
    return [
      remark(reading, {
        rule: "D08",
        at: "picture",
        start: late.index,
        end: late.index + late[0].length,
        zh: `落款日期 ${signed} 早于表格图片的生成日期 ${made}`,
        en: `Signed on ${signed}, before the picture of a table was made on ${made}`,
        right: ["落款日期应不早于表格完成的日期", "Sign after the tables are finished"],
        arithmetic: `${signed} < ${made}`,
      }),
    ];
  });

const EIGHT_HOURS = 8 * 3_600_000;
/** The day in China. */
const dayOf = (ms: number): string => new Date(ms + EIGHT_HOURS).toISOString().slice(0, 10);

function signedIn(all: string): string | null {
  const last = [...all.matchAll(SIGNATURE)].at(-1)?.groups;
  return last
    ? `${last.year}-${(last.month ?? "").padStart(2, "0")}-${(last.day ?? "").padStart(2, "0")}`
    : null;
}
