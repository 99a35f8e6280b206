import { dayNumber, type CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { dateProblems } from "../ledger/index.js";
import type { Clock } from "./clock/index.js";
import { asTheyStand, type EventFacts } from "./event-history.js";
import type { RequestEventRow, RequestRow } from "./request.entity.js";
import { REQUEST_STEPS, type RequestVerb } from "./request.workflow.js";

/** What every step is told. */
export interface StepInput {
  readonly requestId: string;
  /** On which day it happened; not given: today. */
  readonly on?: CalendarDate | null;
  readonly note?: string | null;
  readonly expectedRevision?: number | null;
}

/** A request as a step finds it. */
export interface StepFrame {
  readonly request: RequestRow;
  /** Oldest first. */
  readonly events: readonly RequestEventRow[];
  readonly on: CalendarDate;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** With its clock as it stood on the day of the step, before it. */
export interface TimedFrame extends StepFrame {
  readonly clock: Clock;
}

/** What one step asks of its input and changes, besides what the workflow says of states. */
export interface StepRule<I> {
  /** What is wrong with the input; told together with what is wrong with the day. */
  readonly problems?: (frame: StepFrame, input: I) => readonly Problem[];
  /** What the law does not allow on that day. */
  readonly forbids?: (frame: TimedFrame, input: I) => readonly Problem[];
  readonly changes?: (frame: StepFrame, input: I) => Partial<RequestRow>;
  /** What the event keeps for the clock. */
  readonly details?: (input: I) => Readonly<Record<string, unknown>>;
  /** What the event says, before the note. */
  readonly says?: (input: I) => string;
}

export const notAllowed = (path: Path, message: Text): Problem => ({
  code: "NOT_ALLOWED_NOW",
  message,
  path,
});

/** No step of the process, which may go on from an earlier day; the receipt is what it begins with. */
const ASIDE: readonly string[] = ["blankApplicant", "receiveRequest", "confirmReceipt"];

/** The steps since the receipt, as they stand now. */
export const stepsTaken = <E extends EventFacts>(events: readonly E[]): E[] =>
  asTheyStand(events).filter(({ action }) => !ASIDE.includes(action));

/** A step happens on no day before the last one: the clock reads the events in their order. */
export function earliestDay({ request, events }: Pick<StepFrame, "request" | "events">): {
  date: CalendarDate;
  what: Text;
} {
  const last = stepsTaken(events).at(-1);
  if (request.state === "REGISTERED")
    return { date: request.arrivedOn, what: text("申请到达日期", "the arrival of the request") };
  if (!last) return { date: request.receivedOn, what: text("申请收到日期", "the receipt of the request") };
  const name = REQUEST_STEPS[last.action as RequestVerb];
  return {
    date: last.onDate,
    what: text(`上一步“${name.zh}”的日期`, `the last step (${name.en})`),
  };
}

export const dayProblems = (frame: StepFrame): Problem[] =>
  dateProblems(frame.on, ["input", "on"], { ...frame, notBefore: earliestDay(frame) });

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
