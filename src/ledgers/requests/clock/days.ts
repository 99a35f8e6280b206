import { dateOfDay, dayNumber, type CalendarDate } from "../../../kernel/calendar-date.js";
import type { ClockStep } from "./clock.js";
import { awaitedRestarts, endOf, limitOf, REPLY_DAYS, type Course, type Terms } from "./course.js";
import { DELAYED, EXTENDED, OVERDUE, REPLYING, WAITING, type Label } from "./labels.data.js";
import type { Wait } from "./wait.js";

export interface Day {
  readonly date: CalendarDate;
  readonly working: boolean;
  readonly label: Label;
}

/** The days of a course since its start, each with what it is. */
export interface LaidDays {
  readonly days: readonly Day[];
  /** The last counted day of the period and its extension. */
  readonly ranOutOn: CalendarDate | null;
  /** Later than `ranOutOn` where the organ set a delayed period. */
  readonly dueOn: CalendarDate | null;
}

/**
 * Day after day until the limit is used up. A day in two pauses is one paused day, and a pause that begins after the
 * due date is never reached. While a correction (or a payment, by convention) is awaited there is no due date, and the
 * days go up to the last one that the applicant has.
 */
export function layDays(course: Course, terms: Terms): LaidDays {
  const horizon = awaitedRestarts(course)
    .flatMap(({ since, until }) => [since, until])
    .sort()
    .at(-1);
  if (horizon !== undefined) return { ...layDaysUntil(course, terms, horizon), dueOn: null };
  return layDaysUntil(course, terms, null);
}

/** The days up to a given one, due date or not. */
export function layDaysUntil(course: Course, terms: Terms, horizon: CalendarDate | null): LaidDays {
  const { start, delayedUntil } = course;
  const limit = limitOf(course);
  const days: Day[] = [];
  let used = 0;
  let ranOutOn: CalendarDate | null = null;
  let dueOn: CalendarDate | null = null;
  // By day numbers: a list of a hundred requests lays thousands of days, and reading each date again costs most of it.
  let day = dayNumber(start) + 1;
  for (
    let date = dateOfDay(day);
    date <= (horizon ?? dueOn ?? terms.calendar.lastDay);
    date = dateOfDay(++day)
  ) {
    const delayed = ranOutOn !== null && delayedUntil !== null && date <= delayedUntil;
    const wait = delayed ? undefined : course.waits.find((one) => covers(one, date, terms));
    if (wait && endOf(wait) === null && horizon === null) break;
    const label = wait ? WAITING[wait.kind] : delayed ? DELAYED : ofPeriod(used, limit);
    const working = terms.calendar.isWorkingDay(date);
    days.push({ date, working, label });
    if (working && label.counted) used++;
    if (used === limit && ranOutOn === null) {
      ranOutOn = date;
      dueOn = delayedUntil !== null && delayedUntil > date ? delayedUntil : date;
    }
  }
  return { days, ranOutOn, dueOn };
}

const ofPeriod = (used: number, limit: number): Label =>
  used < REPLY_DAYS ? REPLYING : used < limit ? EXTENDED : OVERDUE;

/**
 * Pauses exclude one end day (which one is the setting clock.pausedDays), so that an answer on the day of the letter
 * pauses nothing; restarts are not affected by the setting.
 */
function covers(wait: Wait, date: CalendarDate, { conventions }: Terms): boolean {
  if (wait.effect === "none") return false;
  const end = endOf(wait);
  return wait.effect === "pause" && conventions["clock.pausedDays"] === "UNTIL_ANSWER"
    ? wait.since <= date && (end === null || date < end)
    : wait.since < date && (end === null || date <= end);
}

interface Stretch {
  readonly from: CalendarDate;
  to: CalendarDate;
  workingDays: number;
  readonly label: Label;
}

/** Days of one label make a step; days of rest alone make none and go with the step after them, or at the end before. */
export function stepsOf(days: readonly Day[]): ClockStep[] {
  const stretches: Stretch[] = [];
  for (const { date, working, label } of days) {
    const idle = isIdle(stretches.at(-1)) && stretches.at(-1)?.label !== label ? stretches.pop() : undefined;
    const last = stretches.at(-1);
    const stretch =
      last?.label === label ? last : { from: idle?.from ?? date, to: date, workingDays: 0, label };
    if (stretch !== last) stretches.push(stretch);
    stretch.to = date;
    if (working) stretch.workingDays++;
  }
  const idle = stretches.length > 1 && isIdle(stretches.at(-1)) ? stretches.pop() : undefined;
  return stretches.map(({ from, to, workingDays, label }, at) => ({
    from,
    to: at === stretches.length - 1 ? (idle?.to ?? to) : to,
    workingDays,
    ...label,
  }));
}

const isIdle = (stretch: Stretch | undefined): boolean => stretch?.workingDays === 0;
