import { dateOfDay, dayNumber, type CalendarDate } from "./calendar-date.js";

/** What the State Council announced: days off that fall on weekdays among them, and the weekends worked instead. */
export interface AnnouncedDays {
  readonly holidays: ReadonlySet<CalendarDate>;
  /** 调休上班日 */
  readonly makeUpDays: ReadonlySet<CalendarDate>;
  /** Every year between these is announced; after `lastYear` only weekends are known. */
  readonly firstYear: number;
  readonly lastYear: number;
}

/**
 * A day that differs in one place from the country; `NATIONAL` restores the national day, whatever the places above
 * say.
 */
export interface LocalDay {
  readonly date: CalendarDate;
  readonly kind: "OFF" | "WORK" | "NATIONAL";
  /** Who announced it, where. */
  readonly notice: string;
}

/** Years beyond the announced ones for which dates are computed, by weekends alone. */
const YEARS_AHEAD = 30;
const SATURDAY = 6;
const SUNDAY = 0;
/** Calendars of places that are kept; each takes a few hundred kilobytes. */
const MOST_PLACES = 50;

/**
 * 工作日历: weekdays without holidays, plus make-up days. All questions are answered from one table of running sums.
 */
export class WorkingCalendar {
  readonly #first: number;
  /** The dates of all working days, as day numbers. */
  readonly #workingDays: number[] = [];
  /** For each day from the first: the number of working days up to and including it. */
  readonly #upTo: number[] = [];
  readonly #announced: AnnouncedDays;
  readonly #base: WorkingCalendar;
  /** Only in the national calendar: calendars of places, keyed by their days. */
  readonly #places = new Map<string, WorkingCalendar>();
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The last day of the last year whose holidays are announced. */
  readonly announcedUntil: CalendarDate;

  constructor(
    announced: AnnouncedDays,
    local: ReadonlyMap<CalendarDate, LocalDay["kind"]> = new Map(),
    base: WorkingCalendar | null = null,
  ) {
    const { holidays, makeUpDays, firstYear, lastYear } = announced;
    this.#announced = announced;
    this.#base = base ?? this;
    this.firstDay = `${firstYear}-01-01`;
    this.lastDay = `${lastYear + YEARS_AHEAD}-12-31`;
    this.announcedUntil = `${lastYear}-12-31`;
    this.#first = dayNumber(this.firstDay);
    for (let day = this.#first; day <= dayNumber(this.lastDay); day++) {
      const date = dateOfDay(day);
      const here = local.get(date) ?? "NATIONAL";
      const national = makeUpDays.has(date) || (isWeekday(day) && !holidays.has(date));
      if (here === "WORK" || (here === "NATIONAL" && national)) this.#workingDays.push(day);
      this.#upTo.push(this.#workingDays.length);
    }
  }

  /** The calendar of a place with days of its own. */
  at(days: readonly LocalDay[]): WorkingCalendar {
    const base = this.#base;
    if (days.length === 0) return base;
    const key = days.map(({ date, kind }) => date + kind).join();
    const known = base.#places.get(key);
    if (known) return known;
    const local = new Map(days.map(({ date, kind }) => [date, kind]));
    const made = new WorkingCalendar(base.#announced, local, base);
    const [oldest] = base.#places.keys();
    if (base.#places.size >= MOST_PLACES && oldest !== undefined) base.#places.delete(oldest);
    base.#places.set(key, made);
    return made;
  }

  /** The announced days of the country, from which the calendar is made. */
  get announced(): AnnouncedDays {
    return this.#announced;
  }

  isWorkingDay(date: CalendarDate): boolean {
    const at = this.#at(date);
    return this.#upTo[at] !== (this.#upTo[at - 1] ?? 0);
  }

  /** Number of working days after `after`, up to and including `until`; 0 if `until` is not later. */
  between(after: CalendarDate, until: CalendarDate): number {
    if (until <= after) return 0;
    return (this.#upTo[this.#at(until)] ?? 0) - (this.#upTo[this.#at(after)] ?? 0);
  }

  /** The n-th working day after `start`, which itself does not count (民事诉讼法 §85); n is 1 or more. */
  after(start: CalendarDate, n: number): CalendarDate {
    const day = this.#workingDays[(this.#upTo[this.#at(start)] ?? 0) + n - 1];
    if (day === undefined) throw new RangeError(`${start} + ${n} lies beyond the calendar`);
    return dateOfDay(day);
  }

  /** That day, or the first working day after it (民法典 §203). */
  orNextWorkingDay(date: CalendarDate): CalendarDate {
    return !this.covers(date) || this.isWorkingDay(date) ? date : this.after(date, 1);
  }

  /** True from the first day of the first announced year to the last computed day; other dates throw. */
  covers(date: CalendarDate): boolean {
    return date >= this.firstDay && date <= this.lastDay;
  }

  #at(date: CalendarDate): number {
    if (!this.covers(date)) throw new RangeError(`${date} lies outside the calendar`);
    return dayNumber(date) - this.#first;
  }
}

function isWeekday(day: number): boolean {
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday !== SATURDAY && weekday !== SUNDAY;
}
