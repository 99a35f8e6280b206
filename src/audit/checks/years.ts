import { text } from "../../kernel/text.js";
import { nameHash, type Audit, type Check, type Remark } from "../remark.js";
import type { Reading } from "../statements.js";
import type { YearMark } from "../figures.js";

/** N14: a statement of the unit's own work under another year than the report's. */
export const wrongYears: Check = (audit) =>
  audit.readings.flatMap((reading) => [...malformed(reading), ...ofAnotherYear(audit, reading)]);

/** 202020年 */
const malformed = (reading: Reading): readonly Remark[] =>
  reading.years
    .filter(({ written }) => /^\d{5,}年/.test(written))
    .slice(0, 1)
    .map((mark) =>
      remark(reading, mark, {
        at: "digits",
        zh: `“${mark.written}”不是年份`,
        en: `${mark.written.slice(0, -1)} is no year`,
        right: "年份应为四位数字",
      }),
    );

/** What a report says of its own year: counts of its work, and what it was written from. */
const OWN_WORK =
  /^度?,?[^。;\n]{0,40}?(?:主动公开|公开(?:政府|政务|各类)*信息|发布信息|收到|受理|办结|承办|办理|制发|举办|开展|召开)[^。;\n]{0,30}?\d+[余多]?[条件篇份次场个期]/;
/** A paragraph that opens with 2022年，我局…, without a figure. */
const OWN_OPENING = /^度?,(?:我|本|全)(?:[省市区县镇乡局委办厅院校]|街道|单位|机关|部门)[^。;\n]{0,40}?工作/;
const WRITTEN_FROM = /(?:结合|根据|总结|现将|汇总)[^。,;]{0,6}$/;
const REALITY = /^度?[^。,;]{0,30}(?:实际|情况|工作)/;
/** Words by which a year is named beside the report's own. */
const COMPARES =
  /同比|较|相比|本年|今年|[到办理]的\d|相较|比|上年|去年|往年|历年|以来|结转|起|至|增|减|降|持平|印发|下发|制定|修订|施行|实施|计划|规划|(?<!现)将|拟|力争|下一步|要点|考核|截至|截止|曾|累计|第/;

const MOST_IN_A_LINE = 4;

function ofAnotherYear({ input }: Audit, reading: Reading): readonly Remark[] {
  const ownLines = new Set(reading.years.filter(({ year }) => year === input.year).map(({ line }) => line));
  const seen = new Map<string, number>();
  const isAmongFirst = ({ line, year }: YearMark): boolean => {
    const times = (seen.get(`${line}.${year}`) ?? 0) + 1;
    seen.set(`${line}.${year}`, times);
    return times <= MOST_IN_A_LINE;
  };
  const wrong = reading.years.find(
    (mark) =>
      isAmongFirst(mark) &&
      isNear(mark.year, input.year) &&
      !/^\d{5,}/.test(mark.written) &&
      claimsOwnWork(reading, mark, { ownLines, reportYear: input.year }),
  );
  if (!wrong) return [];
  return [
    remark(reading, wrong, {
      at: `year.${nameHash(reading.text.slice(wrong.end, wrong.end + 6))}`,
      zh: `报告年度为 ${input.year} 年，此处写 ${wrong.written}`,
      en: `The report is of ${input.year}; the text says ${wrong.year}`,
      right: `如指本年度工作，改为“${input.year}年”`,
      instead: `${input.year}年`,
    }),
  ];
}

const isNear = (year: number, reportYear: number): boolean =>
  year !== reportYear && year >= reportYear - 3 && year <= reportYear + 1;

/** What has been counted cannot be of next year. */
const ALREADY = /^[^,]{0,12},?[^,]{0,16}(?:收到|受理|办结|答复|公开|发布|推送)[^,]{0,16}\d/;

function claimsOwnWork(
  { text: all }: Reading,
  mark: YearMark,
  { ownLines, reportYear }: { readonly ownLines: ReadonlySet<number>; readonly reportYear: number },
): boolean {
  const before = all.slice(Math.max(0, mark.start - 12), mark.start);
  const after = all.slice(mark.end, mark.end + 90).split(/[。;\n]/)[0] ?? "";
  if (
    /[《“〔(\d]$/.test(before) ||
    /^\d{1,2}月/.test(after) ||
    /^(?:年)?(?:政府信息公开工作)?年度报告/.test(after)
  )
    return false;
  if (WRITTEN_FROM.test(before) && REALITY.test(after)) return !/上年|往年|对照/.test(before);
  if (mark.year > reportYear && ALREADY.test(after) && !COMPARES.test(after)) return !COMPARES.test(before);
  if (ownLines.has(mark.line) || COMPARES.test(after) || COMPARES.test(before)) return false;
  return OWN_WORK.test(after) || (mark.start === lineStartOf(all, mark.start) && OWN_OPENING.test(after));
}

const lineStartOf = (all: string, offset: number): number => all.lastIndexOf("\n", offset - 1) + 1;

interface Wrong {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
  readonly right: string;
  readonly instead?: string;
}

const remark = (
  { section, passage }: Reading,
  mark: YearMark,
  { at, zh, en, right, instead }: Wrong,
): Remark => ({
  rule: "N14_WRONG_YEAR",
  at: `${section}.${at}`,
  excerpt: passage.excerpt(mark.start, mark.end),
  expected: null,
  actual: null,
  arithmetic: null,
  message: text(zh, en),
  suggestion: text(right, "Correct the year"),
  ...(instead === undefined ? {} : { replacement: passage.replacement(mark.start, mark.end, instead) }),
});
