import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";

/** The working days of one year, numbered from 1, so that sample dates fall on none but them. */
export class WorkingYear {
  readonly #eve: CalendarDate;
  /** How many working days the year has. */
  readonly length: number;

  constructor(
    readonly calendar: WorkingCalendar,
    readonly year: number,
  ) {
    this.#eve = `${year - 1}-12-31`;
    this.length = calendar.between(this.#eve, `${year}-12-31`);
  }

  /** Days beyond `length` are those of the next year. */
  day(number: number): CalendarDate {
    return this.calendar.after(this.#eve, number);
  }

  /** The number of the first working day on or after a date of the year. */
  numberOf(date: CalendarDate): number {
    const upTo = this.calendar.between(this.#eve, date);
    return this.calendar.isWorkingDay(date) ? upTo : upTo + 1;
  }
}
