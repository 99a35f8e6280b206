import { dayNumber, type CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { dateProblems } from "../../records/index.js";
import type { Clock } from "./clock/index.js";
import type { RequestEventRow, RequestRow } from "./request.entity.js";
import { REQUEST_STEPS, type RequestVerb } from "./request.workflow.js";
import { after, standingAfter } from "./standing.js";

/** Input common to all steps. */
export interface StepInput {
  readonly requestId: string;
  /** Day of the step; today by default. */
  readonly on?: CalendarDate | null;
  readonly note?: string | null;
  readonly expectedRevision?: number | null;
}

/** A request before a step. */
export interface StepFrame {
  readonly request: RequestRow;
  /** As recorded, oldest first. */
  readonly events: readonly RequestEventRow[];
  /** As valid now, in the order of their days. */
  readonly steps: readonly RequestEventRow[];
  readonly on: CalendarDate;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** With its clock on the day of the step, before the step. */
export interface TimedFrame extends StepFrame {
  readonly clock: Clock;
}

/** What one step asks of its input and changes, besides what the workflow says. */
export interface StepRule<I> {
  /** Problems of the input; reported together with those of the day. */
  readonly problems?: (frame: StepFrame, input: I) => readonly Problem[];
  /** What the law does not allow on that day. */
  readonly forbids?: (frame: TimedFrame, input: I) => readonly Problem[];
  readonly changes?: (frame: TimedFrame, input: I) => Partial<RequestRow>;
  /** What the event keeps for the clock. */
  readonly details?: (input: I, frame: StepFrame) => Readonly<Record<string, unknown>>;
  /** What the event says, before the note. */
  readonly says?: (input: I) => string;
}

export const notAllowed = (path: Path, message: Text): Problem => ({
  code: "NOT_ALLOWED_NOW",
  message,
  path,
});

/** Those of a day and before it: what a step on that day finds. */
export const stepsBy = <E extends { readonly onDate: CalendarDate }>(
  steps: readonly E[],
  on: CalendarDate,
): E[] => steps.filter(({ onDate }) => onDate <= on);

/** No step lies before the receipt or, while that is not confirmed, before the arrival. */
export const dayProblems = (frame: Pick<StepFrame, "request" | "on" | "now" | "calendar">): Problem[] =>
  dateProblems(frame.on, ["input", "on"], {
    ...frame,
    notBefore:
      frame.request.state === "REGISTERED"
        ? { date: frame.request.arrivedOn, what: text("申请到达日期", "the arrival of the request") }
        : { date: frame.request.receivedOn, what: text("申请收到日期", "the receipt of the request") },
  });

const isVerb = (action: string): action is RequestVerb => action in REQUEST_STEPS;

/** The first step that the workflow does not have where it stands; null where all follow from each other. */
export function brokenStep<E extends RequestEventRow | StepFacts>(steps: readonly E[]): E | null {
  let standing = standingAfter([]);
  for (const step of steps) {
    if (isVerb(step.action) && !REQUEST_STEPS[step.action].open(standing)) return step;
    standing = after(standing, step);
  }
  return null;
}
type StepFacts = Pick<RequestEventRow, "action" | "onDate" | "details"> & { readonly revision?: number };

const nameOf = (action: string): Text => (isVerb(action) ? REQUEST_STEPS[action].name : text(action, action));

/** What can only follow a step, and is said to have happened before it. */
export function tooEarlyFor({ action, onDate }: StepFacts, path: Path): Problem {
  const { zh, en } = nameOf(action);
  return invalidInput(
    path,
    text(
      `日期不能早于上一步“${zh}”的日期 ${onDate}`,
      `The date cannot be earlier than the last step (${en}, ${onDate})`,
    ),
  );
}

/** A step that another one before it, or its absence, leaves no room for. */
export function noRoomFor({ action, onDate }: StepFacts, path: Path): Problem {
  const { zh, en } = nameOf(action);
  return invalidInput(
    path,
    text(
      `与 ${onDate} 的“${zh}”前后不符：那一步将不再成立，请先撤回或更正它`,
      `It leaves no room for a step that is recorded (${en}, ${onDate}): withdraw or correct that one first`,
    ),
  );
}

/** No period that an office sets is longer; the clock must stay within the calendar. */
const LONGEST_DAYS = 366;

/** A day that lies ahead of the step: a deadline that the office sets. */
export function laterDayProblems(
  date: CalendarDate,
  path: Path,
  { on }: Pick<StepFrame, "on">,
  basis: Text,
): Problem[] {
  const days = dayNumber(date) - dayNumber(on);
  if (days >= 1 && days <= LONGEST_DAYS) return [];
  return [
    invalidInput(
      path,
      text(
        `须晚于 ${on}，且在一年以内（${basis.zh}）`,
        `It must be later than ${on} and within a year of it (${basis.en})`,
      ),
    ),
  ];
}
