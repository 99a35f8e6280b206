import type { Check, CheckInput, Spotted } from "./rule.js";
import { addDays, isCalendarDate } from "../kernel/calendar-date.js";
import { passageOf, readNumber, SMALL_NUMBER, YEAR_NUMBER, type Passage } from "../audit/index.js";

/** D06: a date was missed, the first one or that of a return, or has passed without the report. */
export const late: Check = ({ missed }) => (missed ? [{ at: "due", detail: { ...missed } }] : []);

/** D08: signed before the tables were finished, or after the report was out. */
export const signature: Check = (input) => {
  const { signedOn, tablesChangedOn, publishedOn } = input;
  if (!signedOn) return [];
  const spotted: Spotted[] = [];
  if (tablesChangedOn && signedOn < tablesChangedOn && !isEnteredLate(input))
    spotted.push({ at: "tables", detail: { signedOn, tablesChangedOn } });
  if (publishedOn && signedOn > publishedOn)
    spotted.push({ at: "publication", detail: { signedOn, publishedOn } });
  return spotted;
};

/** True if a report was signed elsewhere and entered after its due date: the date of its tables is unknown. */
const isEnteredLate = ({ enteredOn, signedOn, dueOn }: CheckInput): boolean =>
  !!enteredOn && !!signedOn && enteredOn > dueOn && enteredOn > signedOn;

// 0时, 24时, 零时, 00:00
const hour = (n: 1 | 2): string => `(?:(?<hour${n}>\\d{1,2}|零|二十四)(?:[时点]整?|:\\d{2}(?::\\d{2})?))?`;
// 2023年1月1日, 1月1日, 元月1日, 二〇二三年一月一日, 2023年1月; the year may be left out.
const day = (n: 1 | 2): string =>
  `(?:(?<year${n}>${YEAR_NUMBER})年)?(?<month${n}>${SMALL_NUMBER})月份?(?:(?<day${n}>${SMALL_NUMBER})[日号]${hour(n)})?`;
// 2023.1.1, 2023-01-01, 2023/1/1: only with the year, or telephone numbers would pass for dates.
const numeric = (n: 1 | 2): string =>
  `(?<year${n}>\\d{4})(?<mark${n}>[./-])(?<month${n}>\\d{1,2})\\k<mark${n}>(?<day${n}>\\d{1,2})`;
const TO = "(?:起|始|开始)?,?(?:至|到|截至|[—–―~-]+)(?<same>本年|当年|同年)?度?";

const PERIODS = [day, numeric].map(
  (date) => new RegExp(`(?<![\\d〇零一二三四五六七八九十])${date(1)}${TO}${date(2)}(?!\\d)`, "g"),
);

/** Words that mark dates as the statistics period, not, say, the days of a public display. */
const SPEAKS_OF_PERIOD = /统计|数据|报告期|报告的?(?:期限|时限|时间|期间)|所涵盖|起止/g;
const SPEAKS_OF_PERIOD_AFTER = /统计/g;
/** Words right before the dates that mark them as something else. */
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
 * S09: a stated statistics period must be 1 January to 31 December of the report year (国办公开办函〔2021〕30号). No
 * period stated, no finding. Only the first wrong one is reported.
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
    const period = readPeriod(match.groups ?? {}, year);
    return period ? [{ ...period, start, end }] : [];
  });
}

/** A missing year is that of the other end; if both are missing, the report's. null for unreadable numbers. */
function readPeriod(
  groups: Readonly<Record<string, string | undefined>>,
  reportYear: number,
): Pick<Period, "from" | "to"> | null {
  const number = (name: string): number | undefined => {
    const written = groups[name];
    return written === undefined ? undefined : (readNumber(written)?.value ?? NaN);
  };
  const firstYear = number("year1") ?? number("year2") ?? reportYear;
  const lastYear = (groups.same ? undefined : number("year2")) ?? firstYear;
  const [month1 = NaN, month2 = NaN] = [number("month1"), number("month2")];
  const lastDay = number("day2") ?? new Date(Date.UTC(lastYear, month2, 0)).getUTCDate();
  const from = dateText(firstYear, month1, number("day1") ?? 1);
  const to = dateText(lastYear, month2, lastDay);
  if (`${from}${to}`.includes("NaN")) return null;
  return { from, to: number("hour2") === 0 ? dayBefore(to) : to };
}

const two = (part: number): string => String(part).padStart(2, "0");
const dateText = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** Midnight at the start of a day is the end of the day before. Impossible dates stay as written. */
const dayBefore = (date: string): string => (isCalendarDate(date) ? addDays(date, -1) : date);
