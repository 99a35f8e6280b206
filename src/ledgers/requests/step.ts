import type { Permission } from "../../access/index.js";
import { dayNumber, type CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { dateProblems, type DateLimits } from "../../records/index.js";
import type { Clock, WaitKind } from "./clock/clock.js";
import type { Effect } from "./clock/effects.js";
import type { RequestEventRow, RequestRow } from "./request.entity.js";
import { REQUEST_STATES, WAIT_KINDS, WAITS, type ArrivedNotice, type RequestState } from "./request.terms.js";
import type { Fields, InputOf } from "./step-input.js";

/** A recorded step, known by the revision that it made; a step that is only planned has none. */
export type EventFacts = Pick<RequestEventRow, "action" | "onDate" | "details"> & {
  readonly revision?: number;
};

/** A notice that was sent, by the step that sent it. */
export interface Notice {
  readonly step: number | undefined;
  readonly kind: WaitKind;
  readonly sentOn: CalendarDate;
  readonly arrivedOn: CalendarDate | null;
  /** Still to be answered. */
  readonly open: boolean;
  readonly withdrawn: boolean;
}

/** How far a request has come; which steps are open follows from this alone. */
export interface Standing {
  readonly phase: "REGISTERED" | "OPEN" | "DECIDED" | "SERVED" | "WITHDRAWN" | "LAPSED";
  readonly notices: readonly Notice[];
  /** Steps of the process since the receipt. */
  readonly taken: number;
  /** Whether any step may be taken back or corrected. */
  readonly correctable: boolean;
}

export const openNotices = (
  { notices }: Pick<Standing, "notices">,
  ...kinds: readonly WaitKind[]
): Notice[] => notices.filter(({ open, kind }) => open && kinds.includes(kind));

/** The state: what is awaited, in the order of WAITS; otherwise how far the request has come. */
export function stateOf(standing: Standing): RequestState {
  const { phase, taken } = standing;
  if (phase !== "OPEN") return phase;
  const awaited = WAIT_KINDS.find((kind) => openNotices(standing, kind).length > 0);
  return awaited ? WAITS[awaited].state : taken > 0 ? "IN_PROGRESS" : "RECEIVED";
}

/** Why a step cannot be taken as the request stands; null: it can. */
export type Gate = (standing: Standing) => Text | null;

export const within =
  (...phases: readonly Standing["phase"][]): Gate =>
  (standing) => {
    const { zh, en } = REQUEST_STATES[stateOf(standing)];
    return phases.includes(standing.phase) ? null : text(`现为“${zh}”`, `The request is ${en}`);
  };
export const inProcess = within("OPEN");

const namesOf = (kinds: readonly WaitKind[], language: keyof Text, or: string): string =>
  kinds.map((kind) => WAITS[kind].name[language]).join(or);

/** Open while an answer of one of these kinds is awaited. */
export const waitingFor =
  (...kinds: readonly WaitKind[]): Gate =>
  (standing) =>
    inProcess(standing) ??
    (openNotices(standing, ...kinds).length > 0
      ? null
      : text(`没有等待${namesOf(kinds, "zh", "、")}`, `Not waiting for a ${namesOf(kinds, "en", " or ")}`));

/** Open while none of these is awaited. */
export const notWaitingFor =
  (...kinds: readonly WaitKind[]): Gate =>
  (standing) => {
    const awaited = kinds.filter((kind) => openNotices(standing, kind).length > 0);
    const closed = inProcess(standing);
    if (closed || awaited.length === 0) return closed;
    return text(
      `正在等待${namesOf(awaited, "zh", "、")}`,
      `Waiting for a ${namesOf(awaited, "en", " and ")}`,
    );
  };

/** A request as a step finds it. */
export interface StepFrame extends Pick<DateLimits, "now" | "calendar"> {
  readonly request: RequestRow;
  /** As they were recorded, oldest first. */
  readonly events: readonly RequestEventRow[];
  /** As valid now, in the order of their days. */
  readonly steps: readonly RequestEventRow[];
  /** After all of the steps. */
  readonly standing: Standing;
  /** After those up to the day of this step. */
  readonly standingThen: Standing;
  readonly on: CalendarDate;
  readonly stepOf: StepOf;
}

/** With its clock as it stood on the day of the step, before the step. */
export interface TimedFrame extends StepFrame {
  readonly clock: Clock;
}

/** How a later event changes what an earlier one says. */
export interface Revision {
  readonly of: (earlier: EventFacts) => boolean;
  readonly becomes: (earlier: EventFacts) => Partial<Pick<EventFacts, "onDate" | "details">>;
}

/** The particulars of a step that correctStep may change. */
export type Correctable =
  | "deadline"
  | "letterReceivedOn"
  | "noticeReceivedOn"
  | "delayedUntil"
  | "toldOn"
  | "days"
  | "approver"
  | "letterNumber"
  | "method";

/** What every step gets besides its own fields. */
export interface StepInput {
  readonly requestId: string;
  /** null: as the request stands now, for the demo. */
  readonly expectedRevision?: number | null;
  readonly on?: CalendarDate | null;
  readonly note?: string | null;
}

/** One step: its words, its input, when it is open, its rule, and its effect. */
export interface Step<F extends Fields = Fields> {
  readonly name: Text;
  /** Of the mutation. */
  readonly description: string;
  readonly permission: Extract<Permission, "request:handle" | "request:receive">;
  readonly gate: Gate;
  readonly fields: F;
  /** How far the request has come with this step. */
  readonly phase?: Standing["phase"];
  /** What is awaited from now on. */
  readonly awaits?: WaitKind;
  /** What is awaited no longer. */
  readonly answers?: WaitKind;
  /** The letter or notice that it sends, where its arrival counts. */
  readonly sends?: ArrivedNotice;
  readonly clock?: Effect;
  /** What correctStep may change besides the day; "amendRequest": that mutation changes the day and particulars. */
  readonly corrects?: readonly Correctable[] | "amendRequest";
  /** What this event changes in how an earlier one reads. */
  readonly revises?: (event: EventFacts, stepOf: StepOf) => Revision;
  /** The earlier step that stands no more, by its revision. */
  readonly takesBack?: (event: EventFacts, awaited: (step: unknown) => boolean) => unknown;
  /** Changes another step, today or on the day given, and has no place of its own among the days of the process. */
  readonly changesAnother?: "today" | "on the day given";
  /** What is wrong with the input; answered together with what is wrong with the day. */
  problems?(frame: StepFrame, input: InputOf<F> & StepInput): readonly Problem[];
  /** What the law does not allow on that day. */
  forbids?(frame: TimedFrame, input: InputOf<F> & StepInput): readonly Problem[];
  changes?(frame: TimedFrame, input: InputOf<F> & StepInput): Partial<RequestRow>;
  /** What the event keeps for the clock and for readers. */
  details?(input: InputOf<F> & StepInput, frame: StepFrame): Readonly<Record<string, unknown>>;
  /** The beginning of the event's note. */
  says?(input: InputOf<F> & StepInput): string;
}
export type StepOf = (action: string) => Step | undefined;

export const HANDLE = { permission: "request:handle" } as const;

/** Checks a step's rule against its fields. */
export const step = <F extends Fields>(spec: Step<F>): Step<F> => spec;

/** A step that changes another one. */
export interface Change<F extends Fields = Fields> extends Step<F> {
  readonly changesAnother: "today" | "on the day given";
}
export const change = <F extends Fields>(spec: Change<F>): Change<F> => spec;

/** No period that an office sets is longer; the clock must stay within the calendar. */
const LONGEST_DAYS = 366;

/** What is wrong with a day that lies ahead of the step: a deadline that the office sets. */
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

/** A letter that took longer is more likely a slip. */
const MOST_DAYS = 60;

/** What is wrong with the day on which something sent arrived, told later. */
export function arrivalProblems(
  arrivedOn: CalendarDate,
  path: Path,
  frame: Pick<StepFrame, "now" | "calendar">,
  sent: { readonly date: CalendarDate; readonly what: Text },
): Problem[] {
  const outside = dateProblems(arrivedOn, path, { ...frame, notBefore: sent });
  if (outside.length > 0 || dayNumber(arrivedOn) - dayNumber(sent.date) <= MOST_DAYS) return outside;
  const { date, what } = sent;
  return [
    invalidInput(
      path,
      text(
        `距${what.zh} ${date} 超过 ${MOST_DAYS} 日，请核对`,
        `More than ${MOST_DAYS} days after ${what.en} (${date}): is it right?`,
      ),
    ),
  ];
}

/** No step lies before the receipt or, while that is not confirmed, before the arrival. */
export const dayProblems = (frame: Pick<StepFrame, "request" | "on" | "now" | "calendar">): Problem[] =>
  dateProblems(frame.on, ["input", "on"], {
    ...frame,
    notBefore:
      frame.request.state === "REGISTERED"
        ? { date: frame.request.arrivedOn, what: text("申请到达日期", "the arrival of the request") }
        : { date: frame.request.receivedOn, what: text("申请收到日期", "the receipt of the request") },
  });
