import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";

/** What the use cases of reports work with: the ledgers' time limits are reckoned by the calendar. */
export interface ReportServices {
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
}
