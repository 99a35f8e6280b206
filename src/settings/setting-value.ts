import { isCalendarDate } from "../kernel/calendar-date.js";
import { isBlank, isPlainLine, lengthOf } from "../kernel/plain-text.js";
import { text, type Text } from "../kernel/text.js";
import type { LocalDay } from "../kernel/working-calendar.js";
import type { SettingSpec } from "./settings.data.js";

const FIRST_YEAR = 2019;
const LAST_YEAR = 2100;
const MOST_WORDS = 10;
const WORD_LENGTH = 20;
const NAME_LENGTH = 100;
const MOST_DAYS = 200;
const NOTICE_LENGTH = 100;
const DAY_KINDS: readonly unknown[] = ["OFF", "WORK", "NATIONAL"];

const isInteger = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** Why a value is invalid for the setting; null if it is valid. */
export function valueProblem(spec: SettingSpec, value: unknown): Text | null {
  switch (spec.kind) {
    case "integer":
      return isInteger(value, spec.least, spec.most)
        ? null
        : text(
            `须为 ${spec.least} 至 ${spec.most} 的整数`,
            `A whole number from ${spec.least} to ${spec.most}`,
          );
    case "year":
      return value === null || isInteger(value, FIRST_YEAR, LAST_YEAR)
        ? null
        : text(`须为 ${FIRST_YEAR} 年以后的年份，或 null`, `A year from ${FIRST_YEAR} on, or null`);
    case "yes-no":
      return typeof value === "boolean" ? null : text("须为 true 或 false", "true or false");
    case "choice":
      return spec.of.some((one) => one === value)
        ? null
        : text(`须为 ${spec.of.join("、")} 之一`, `One of ${spec.of.join(", ")}`);
    case "name":
      return value === null || isName(value)
        ? null
        : text(`须为 1 至 ${NAME_LENGTH} 个字，或 null`, `1 to ${NAME_LENGTH} characters, or null`);
    case "words":
      return isWords(value)
        ? null
        : text(`须为 1 至 ${MOST_WORDS} 个互不相同的词`, `1 to ${MOST_WORDS} different words`);
    case "days":
      return daysProblem(value);
  }
}

const isName = (value: unknown): boolean =>
  typeof value === "string" && !isBlank(value) && isPlainLine(value) && lengthOf(value) <= NAME_LENGTH;

const isWords = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= MOST_WORDS &&
  new Set(value).size === value.length &&
  value.every(
    (word) =>
      typeof word === "string" && !isBlank(word) && lengthOf(word) <= WORD_LENGTH && isPlainLine(word),
  );

/** The first fault in the list. */
function daysProblem(value: unknown): Text | null {
  const shape = `[{"date": "2026-04-20", "kind": "OFF", "notice": "…"}]`;
  if (!Array.isArray(value) || value.length > MOST_DAYS)
    return text(
      `须为至多 ${MOST_DAYS} 日的列表，如 ${shape}`,
      `A list of at most ${MOST_DAYS} days, as ${shape}`,
    );
  const seen = new Set<unknown>();
  for (const [at, one] of value.entries()) {
    if (!isDay(one) || seen.has(one.date))
      return text(
        `第 ${at + 1} 日：须为未重复的日期（date）、OFF、WORK、NATIONAL 之一（kind）和公布文件（notice），如 ${shape}`,
        `Day ${at + 1}: a date given once, a kind (OFF, WORK, NATIONAL) and its notice, as ${shape}`,
      );
    seen.add(one.date);
  }
  return null;
}

function isDay(value: unknown): value is LocalDay {
  const { date, kind, notice, ...more } = (value ?? {}) as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    typeof date === "string" &&
    isCalendarDate(date) &&
    DAY_KINDS.includes(kind) &&
    typeof notice === "string" &&
    !isBlank(notice) &&
    lengthOf(notice) <= NOTICE_LENGTH &&
    isPlainLine(notice)
  );
}
