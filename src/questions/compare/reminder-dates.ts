import { dateOfDay, dayNumber, type CalendarDate } from "../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { Settings } from "../../settings/index.js";

type Days = Pick<Settings, "reminders.firstDays" | "reminders.secondDays" | "reminders.noticeDays">;

export interface ReminderDates {
  readonly firstOn: CalendarDate;
  readonly secondOn: CalendarDate;
  readonly noticeOn: CalendarDate;
}

/** When a unit is reminded of a report that is due on a day, and when its lateness is made known. */
export const reminderDates = (calendar: WorkingCalendar, dueOn: CalendarDate, days: Days): ReminderDates => ({
  firstOn: before(calendar, dueOn, days["reminders.firstDays"]),
  secondOn: before(calendar, dueOn, days["reminders.secondDays"]),
  noticeOn: calendar.after(dueOn, days["reminders.noticeDays"]),
});

/** The n-th working day before a day, which itself does not count; 0: the day. */
function before(calendar: WorkingCalendar, date: CalendarDate, n: number): CalendarDate {
  let day = dayNumber(date);
  for (let left = n; left > 0;) if (calendar.isWorkingDay(dateOfDay(--day))) left--;
  return dateOfDay(day);
}
