import type { CalendarDate } from "../../../kernel/calendar-date.js";
import { OVERDUE, type Clock, type Rules } from "./clock.js";
import { awaitedRestarts, endOf, isOpen, layDays, stepsOf, type Course, type LaidDays } from "./days.js";
import { consultationLapses, replay, type TimedEvent } from "./effects.js";

/** The last day went by before the organ had done its part; without a last day nothing is late. */
export const isLate = (
  dueOn: CalendarDate | null,
  settledOn: CalendarDate | null,
  today: CalendarDate,
): boolean => dueOn !== null && (settledOn ?? today) > dueOn;

const NOT_STARTED: Clock = {
  dueOn: null,
  paused: false,
  workingDaysUsed: 0,
  workingDaysLeft: null,
  overdue: false,
  provisional: false,
  steps: [],
  waitsUntil: null,
  waits: [],
  extension: 0,
  lapses: [],
};

export interface ClockInput extends Omit<Rules, "receivedOn"> {
  /** null while the receipt is not confirmed: the clock has not started. */
  readonly receivedOn: CalendarDate | null;
  /** Oldest first. */
  readonly events: readonly TimedEvent[];
}

/** 法定期限时钟: where the last day comes from, out of the events alone. Nothing of it is stored as the truth. */
export function clockFrom({ receivedOn, events, ...rest }: ClockInput): Clock {
  if (receivedOn === null) return NOT_STARTED;
  const rules: Rules = { receivedOn, ...rest };
  const course = replay(events, rules);
  const laid = layDays(course, rules);
  const { dueOn } = laid;
  const { completedOn } = course;
  const used = usedDays(course, laid, rules);
  return {
    dueOn,
    paused: completedOn === null && isPaused(course, laid, rules),
    workingDaysUsed: used,
    workingDaysLeft: completedOn === null && dueOn !== null ? countedDays(laid) - used : null,
    overdue: isLate(dueOn, course.settledOn, rules.today),
    provisional: dueOn !== null && dueOn > rules.calendar.announcedUntil,
    steps: stepsOf([...course.voided, ...laid.days]),
    waitsUntil: completedOn === null ? lastDayOfOthers(course) : null,
    waits: course.waits,
    extension: course.extension,
    lapses: [...course.lapses, ...consultationLapses(course, rules)],
  };
}

const countedDays = ({ days }: LaidDays): number =>
  days.filter(({ working, label }) => working && label.counted).length;

/** Since the clock last began, up to today or the decision; it does not stop at the due date. */
function usedDays({ completedOn }: Course, { days, dueOn }: LaidDays, rules: Rules): number {
  const { today, calendar } = rules;
  const until = completedOn !== null && completedOn < today ? completedOn : today;
  const spent = days.filter(
    ({ date, working, label }) => working && date <= until && (label.counted || label === OVERDUE),
  );
  return spent.length + (dueOn === null ? 0 : calendar.between(dueOn, until));
}

/** From the day of the letter; a letter sent when the period had run out stops nothing. */
function isPaused(course: Course, { ranOutOn }: LaidDays, { today, conventions }: Rules): boolean {
  if (awaitedRestarts(course).length > 0) return true;
  const untilAnswer = conventions["clock.pausedDays"] === "UNTIL_ANSWER";
  return course.waits.some((wait) => {
    if (!isOpen(wait) || wait.effect === "none") return false;
    const end = endOf(wait);
    const runs = end !== null && (untilAnswer ? today >= end : today > end);
    return !runs && (ranOutOn === null || wait.since < ranOutOn);
  });
}

function lastDayOfOthers({ waits }: Course): CalendarDate | null {
  const days = waits.filter(isOpen).flatMap(({ until }) => until ?? []);
  return days.sort().at(-1) ?? null;
}
