import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../../kernel/working-calendar.js";
import type { ClockInput, ClockLapse } from "./clock.js";
import type { Day } from "./days.js";
import type { Wait } from "./wait.js";

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

/** Terms of a course. */
export interface Terms extends Omit<ClockInput, "events"> {
  readonly receivedOn: CalendarDate;
}

export const limitOf = ({ extension }: Course): number =>
  REPLY_DAYS + Math.min(EXTENSION_DAYS, Math.max(0, extension));

export const isOpen = ({ endedOn }: Wait): boolean => endedOn === null;

/** Until the answer to these there is no due date. */
export const awaitedRestarts = ({ waits }: Course) =>
  waits.filter((wait) => wait.effect === "restart" && isOpen(wait));

/** The last day of waiting, as far as it is known today. */
export function endOf({ effect, endedOn, until }: Wait): CalendarDate | null {
  if (endedOn === null || until === null) return endedOn ?? until;
  return effect === "pause" && until < endedOn ? until : endedOn;
}

/** The n-th working day after a day, or the calendar's last where it ends before. */
export const workingDayAfter = (calendar: WorkingCalendar, day: CalendarDate, n: number): CalendarDate =>
  calendar.between(day, calendar.lastDay) < n ? calendar.lastDay : calendar.after(day, n);
