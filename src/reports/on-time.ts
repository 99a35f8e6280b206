import { dateInShanghai, type CalendarDate } from "../kernel/calendar-date.js";
import { counts, type ReportStatus } from "./report-status.js";

/**
 * Dates that decide whether a report was on time: the first submission has its own date, each later one that of the
 * return.
 */
export interface FilingDates {
  readonly firstDueOn: CalendarDate;
  readonly firstSubmittedAt: string | null;
  readonly resubmitBy: CalendarDate | null;
  readonly missedDueOn: CalendarDate | null;
  readonly missedOn: CalendarDate | null;
}

/** A missed date, and the day the report came, or today if it has not come. */
interface MissedDate {
  readonly dueOn: CalendarDate;
  readonly on: CalendarDate;
}

/** The first date that the report missed; later submissions do not make up for it. */
export function missedDate(dates: FilingDates, today: CalendarDate): MissedDate | null {
  const { firstDueOn, firstSubmittedAt, resubmitBy, missedDueOn, missedOn } = dates;
  const filedOn = firstSubmittedAt === null ? today : dateInShanghai(new Date(firstSubmittedAt));
  if (filedOn > firstDueOn) return { dueOn: firstDueOn, on: filedOn };
  if (missedDueOn !== null && missedOn !== null) return { dueOn: missedDueOn, on: missedOn };
  return resubmitBy !== null && today > resubmitBy ? { dueOn: resubmitBy, on: today } : null;
}

export interface Filed extends FilingDates {
  readonly status: ReportStatus;
  readonly underCorrection: boolean;
}

/** null if it may still come in time. A published report counts as filed while it is being corrected. */
export function isOnTime(filed: Filed, today: CalendarDate): boolean | null {
  if (missedDate(filed, today)) return false;
  return counts(filed.status) || filed.underCorrection ? true : null;
}
