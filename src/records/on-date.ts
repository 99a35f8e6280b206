import { dateInShanghai, type CalendarDate } from "../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";

export interface DateLimits {
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** Earliest allowed date, and its name: “申请收到日期”. */
  readonly notBefore?: { readonly date: CalendarDate; readonly what: Text } | null;
}

/** Problems of a date of an event: in the future, too early, or outside of the calendar. */
export function dateProblems(
  date: CalendarDate | null | undefined,
  path: Path,
  { now, calendar, notBefore }: DateLimits,
): Problem[] {
  if (date == null) return [];
  const today = dateInShanghai(now);
  if (date > today)
    return [
      invalidInput(
        path,
        text(`日期不能晚于今天（${today}）`, `The date cannot be later than today (${today})`),
      ),
    ];
  if (date < calendar.firstDay)
    return [
      invalidInput(
        path,
        text(
          `日期早于工作日历的起点 ${calendar.firstDay}`,
          `The date lies before the calendar begins (${calendar.firstDay})`,
        ),
      ),
    ];
  if (notBefore && date < notBefore.date)
    return [
      invalidInput(
        path,
        text(
          `日期不能早于${notBefore.what.zh} ${notBefore.date}`,
          `The date cannot be earlier than ${notBefore.what.en} (${notBefore.date})`,
        ),
      ),
    ];
  return [];
}
