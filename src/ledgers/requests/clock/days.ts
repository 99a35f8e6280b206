import { dateOfDay, dayNumber, type CalendarDate } from "../../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../../kernel/working-calendar.js";
import {
  DELAYED,
  EXTENDED,
  OVERDUE,
  REPLYING,
  WAITING,
  type ClockLapse,
  type ClockStep,
  type Label,
  type Rules,
  type Wait,
} from "./clock.js";

export interface Day {
  readonly date: CalendarDate;
  readonly working: boolean;
  readonly label: Label;
}

/** Working days: the law's own numbers (条例 §30, §32-34; 国办函〔2020〕109号). */
export const REPLY_DAYS = 20;
export const EXTENSION_DAYS = 20;
export const CORRECTION_NOTICE_DAYS = 7;
export const CONSULTATION_DAYS = 15;
export const PAYMENT_DAYS = 20;

/** How far the process has come. */
export interface Course {
  /** The clock runs from the day after: the receipt, or what made it begin anew. */
  readonly start: CalendarDate;
  /** All there were, in order. */
  readonly waits: readonly Wait[];
  /** Days by which the period was extended since `start`, as they were granted: the law allows 20. */
  readonly extension: number;
  readonly delayedUntil: CalendarDate | null;
  /** From the receipt up to `start`. */
  readonly voided: readonly Day[];
  /** Decided, withdrawn or lapsed. */
  readonly completedOn: CalendarDate | null;
  /** The organ had done its part: it was served or, where nothing is to be served, withdrawn or lapsed. */
  readonly settledOn: CalendarDate | null;
  readonly lapses: readonly ClockLapse[];
}

export const limitOf = ({ extension }: Course): number =>
  REPLY_DAYS + Math.min(EXTENSION_DAYS, Math.max(0, extension));

export const isOpen = ({ endedOn }: Wait): boolean => endedOn === null;

/** Until the answer to these there is no due date. */
export const awaitedRestarts = ({ waits }: Course) =>
  waits.filter((wait) => wait.effect === "restart" && isOpen(wait));

/** The last day of waiting, as far as it can be told today. */
export function endOf({ effect, endedOn, until }: Wait): CalendarDate | null {
  if (endedOn === null || until === null) return endedOn ?? until;
  return effect === "pause" && until < endedOn ? until : endedOn;
}

/** The n-th working day after a day, or the calendar's last where it ends before. */
export const workingDayAfter = (calendar: WorkingCalendar, day: CalendarDate, n: number): CalendarDate =>
  calendar.between(day, calendar.lastDay) < n ? calendar.lastDay : calendar.after(day, n);

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
export function layDays(course: Course, rules: Rules): LaidDays {
  const horizon = awaitedRestarts(course)
    .flatMap(({ since, until }) => [since, until])
    .sort()
    .at(-1);
  if (horizon !== undefined) return { ...layDaysUntil(course, rules, horizon), dueOn: null };
  return layDaysUntil(course, rules, null);
}

/** The days up to a given one, due date or not. */
export function layDaysUntil(course: Course, rules: Rules, horizon: CalendarDate | null): LaidDays {
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
    date <= (horizon ?? dueOn ?? rules.calendar.lastDay);
    date = dateOfDay(++day)
  ) {
    const delayed = ranOutOn !== null && delayedUntil !== null && date <= delayedUntil;
    const wait = delayed ? undefined : course.waits.find((one) => covers(one, date, rules));
    if (wait && endOf(wait) === null && horizon === null) break;
    const label = wait ? WAITING[wait.kind] : delayed ? DELAYED : ofPeriod(used, limit);
    const working = rules.calendar.isWorkingDay(date);
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
function covers(wait: Wait, date: CalendarDate, { conventions }: Rules): boolean {
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
  readonly daysOff: CalendarDate[];
  readonly label: Label;
}

/** Days of one label make a step; days of rest alone make none and go with the step after them, or at the end before. */
export function stepsOf(days: readonly Day[]): ClockStep[] {
  const stretches: Stretch[] = [];
  for (const { date, working, label } of days) {
    const idle = isIdle(stretches.at(-1)) && stretches.at(-1)?.label !== label ? stretches.pop() : undefined;
    const last = stretches.at(-1);
    const stretch =
      last?.label === label
        ? last
        : { from: idle?.from ?? date, to: date, workingDays: 0, daysOff: idle?.daysOff ?? [], label };
    if (stretch !== last) stretches.push(stretch);
    stretch.to = date;
    if (working) stretch.workingDays++;
    else stretch.daysOff.push(date);
  }
  const idle = stretches.length > 1 && isIdle(stretches.at(-1)) ? stretches.pop() : undefined;
  const end = stretches.at(-1);
  if (idle && end) {
    end.to = idle.to;
    end.daysOff.push(...idle.daysOff);
  }
  return stretches.map(({ label, ...stretch }) => ({ ...stretch, ...label }));
}

const isIdle = (stretch: Stretch | undefined): boolean => stretch?.workingDays === 0;
