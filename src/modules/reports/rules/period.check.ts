import { passageOf, type Passage } from "./passage.js";
import type { Check } from "./rule.js";

// 2023年1月1日, 1月1日, 2023年1月; the year may be left out.
const day = (n: 1 | 2): string =>
  `(?:(?<year${n}>\\d{4})年)?(?<month${n}>\\d{1,2})月(?:(?<day${n}>\\d{1,2})[日号])?`;
// 2023.1.1, 2023-01-01, 2023/1/1: only with the year, or telephone numbers would pass for dates.
const numeric = (n: 1 | 2): string =>
  `(?<year${n}>\\d{4})(?<mark${n}>[./-])(?<month${n}>\\d{1,2})\\k<mark${n}>(?<day${n}>\\d{1,2})`;
const TO = "(?:起|始|开始)?,?(?:至|到|截至|[—–―~-]+)(?<same>本年|当年|同年)?度?";

const PERIODS = [day, numeric].map((date) => new RegExp(`(?<!\\d)${date(1)}${TO}${date(2)}(?!\\d)`, "g"));

/** What makes a stretch of dates the statistics period rather than, say, the days a list was on display. */
const SPEAKS_OF_PERIOD = /统计|数据|报告期|报告的?(?:期限|时限|时间|期间)|所涵盖|起止/g;
const SPEAKS_OF_PERIOD_AFTER = /统计/g;
/** In the clause right before the dates: they are about something else. */
const OTHER_MATTER = /公示|查阅|下载|联系|征求|开放|办公时间/g;
const SENTENCE_END = /[。;！!\n]/g;
const COMMA = /,/g;
const CLAUSE_END = /[,。;\n]/g;

interface Period {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/**
 * S09: a statistics period that is stated is 1 January to 31 December of the report year (国办公开办函〔2021〕30号).
 * Nothing stated, nothing found. Only the first wrong one is told.
 */
export const statisticsPeriod: Check = (input) => {
  const passage = passageOf(input.sections, "INTRODUCTION");
  const from = `${input.year}-01-01`;
  const to = `${input.year}-12-31`;
  const wrong = statedPeriods(passage, input.year).find((period) => period.from !== from || period.to !== to);
  if (!wrong) return [];
  return [
    {
      at: "INTRODUCTION",
      excerpt: passage.excerpt(wrong.start, wrong.end),
      detail: { stated: [wrong.from, wrong.to], due: [from, to] },
    },
  ];
};

function statedPeriods(passage: Passage, year: number): readonly Period[] {
  const matches = PERIODS.flatMap((pattern) => [...passage.text.matchAll(pattern)]).sort(
    (a, b) => a.index - b.index,
  );
  let last = 0;
  return matches.flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const sentence = Math.max(last, passage.startOfPart(start, SENTENCE_END));
    const clause = Math.max(sentence, passage.startOfPart(start, COMMA));
    last = end;
    const isStatistics =
      passage.has(SPEAKS_OF_PERIOD, sentence, start) ||
      passage.has(SPEAKS_OF_PERIOD_AFTER, end, passage.endOfPart(end, CLAUSE_END));
    if (!isStatistics || passage.has(OTHER_MATTER, clause, start)) return [];
    return [{ ...readPeriod(match.groups ?? {}, year), start, end }];
  });
}

/** A year left out is the one stated at the other end; with none at all it is the report's own. */
function readPeriod(
  groups: Readonly<Record<string, string | undefined>>,
  reportYear: number,
): Omit<Period, "start" | "end"> {
  const { year1, month1 = "", day1 = "1", year2, month2 = "", day2, same } = groups;
  const firstYear = year1 ?? year2 ?? `${reportYear}`;
  const lastYear = (same ? undefined : year2) ?? firstYear;
  const lastDay = day2 ?? `${new Date(Date.UTC(Number(lastYear), Number(month2), 0)).getUTCDate()}`;
  const two = (part: string): string => part.padStart(2, "0");
  return {
    from: `${firstYear}-${two(month1)}-${two(day1)}`,
    to: `${lastYear}-${two(month2)}-${two(lastDay)}`,
  };
}
