import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { ClockEvent } from "./clock.js";
import {
  CONSULTATION_DAYS,
  isOpen,
  PAYMENT_DAYS,
  workingDayAfter,
  type Course,
  type Terms,
} from "./course.js";
import { layDays, layDaysUntil } from "./days.js";
import { OVERDUE, VOIDED, type RestartKind, type WaitKind } from "./labels.data.js";
import { correctionLapses, extensionLapses } from "./lapses.js";
import type { Wait } from "./wait.js";

type Action = ClockEvent["action"];
type Handler<A extends Action> = (
  course: Course,
  event: Extract<ClockEvent, { action: A }>,
  terms: Terms,
) => Course;

/** What each event does to the clock. */
const HANDLERS: { readonly [A in Action]: Handler<A> } = {
  askCorrection: (course, event, terms) => ({
    ...waitFor(course, event, { kind: "askCorrection", effect: "restart", until: event.details.deadline }),
    lapses: [...course.lapses, ...correctionLapses(course, event.onDate, terms)],
  }),
  recordCorrection: (course, event, terms) => answer(course, "askCorrection", event, terms),
  consultThirdParty: consult,
  recordThirdPartyReply: (course, event, terms) => answer(course, "consultThirdParty", event, terms),
  consultAgency: consult,
  recordAgencyReply: (course, event, terms) => answer(course, "consultAgency", event, terms),
  askReasons: (course, event, { conventions }) =>
    waitFor(course, event, {
      kind: "askReasons",
      effect: conventions["clock.reasonsPause"] ? "pause" : "none",
      until: null,
    }),
  recordReasons: (course, event, terms) => ({
    ...answer(course, "askReasons", event, terms),
    delayedUntil: event.details.delayedUntil ?? course.delayedUntil,
  }),
  noticeFee,
  recordFeePaid: (course, event, terms) => answer(course, "noticeFee", event, terms),
  extendRequest: (course, event, terms) => ({
    ...course,
    extension: course.extension + event.details.days,
    lapses: [...course.lapses, ...extensionLapses(course, event.onDate, event.details, terms)],
  }),
  decideRequest: (course, { onDate }) => complete(course, onDate),
  withdrawRequest: settle,
  lapseRequest: settle,
  serveRequest: settle,
};

export function replay(events: readonly ClockEvent[], terms: Terms): Course {
  let course: Course = {
    start: terms.receivedOn,
    waits: [],
    extension: 0,
    delayedUntil: null,
    voided: [],
    completedOn: null,
    settledOn: null,
    lapses: [],
  };
  for (const event of events) course = happen(course, event, terms);
  return course;
}

/** Once it is decided only the service matters. */
function happen<A extends Action>(
  course: Course,
  event: Extract<ClockEvent, { action: A }>,
  terms: Terms,
): Course {
  if (course.completedOn !== null && event.action !== "serveRequest") return course;
  const handler: Handler<A> = HANDLERS[event.action];
  return handler(course, event, terms);
}

type NoticeEvent = Extract<
  ClockEvent,
  { action: "askCorrection" | "consultThirdParty" | "consultAgency" | "askReasons" | "noticeFee" }
>;
type Awaited = Pick<Wait, "kind" | "effect" | "until"> & { readonly arrivedOn?: CalendarDate | null };

/**
 * A notice that the organ took back makes nothing begin anew: it was waited for up to that day, and those days are left
 * out as they were.
 */
function waitFor(course: Course, { onDate, revision, details }: NoticeEvent, awaited: Awaited): Course {
  const withdrawnOn = details.withdrawnOn ?? null;
  const wait = {
    arrivedOn: null,
    ...awaited,
    ...(withdrawnOn !== null && awaited.effect === "restart" && { effect: "pause" }),
    step: revision ?? null,
    since: onDate,
    answeredOn: null,
    withdrawnOn,
    endedOn: withdrawnOn,
  } as Wait;
  return { ...course, waits: [...course.waits, wait] };
}

/** 条例 §32, §34: who does not answer within 15 working days from the letter's arrival is not waited for any longer. */
function consult(
  course: Course,
  event: Extract<ClockEvent, { action: "consultThirdParty" | "consultAgency" }>,
  { calendar }: Terms,
): Course {
  const { action, onDate, details } = event;
  const arrivedOn = details.letterReceivedOn ?? null;
  const until = workingDayAfter(calendar, arrivedOn ?? onDate, CONSULTATION_DAYS);
  return waitFor(course, event, { kind: action, effect: "pause", until, arrivedOn });
}

/** 109号 has the notice go out within the reply period: one that comes after it saves nothing. */
function noticeFee(
  course: Course,
  event: Extract<ClockEvent, { action: "noticeFee" }>,
  terms: Terms,
): Course {
  const { onDate, details } = event;
  const { dueOn } = layDays(course, terms);
  const restarts = terms.conventions["clock.restartAfterPayment"] && (dueOn === null || onDate <= dueOn);
  const arrivedOn = details.noticeReceivedOn ?? null;
  return waitFor(course, event, {
    kind: "noticeFee",
    effect: restarts ? "restart" : "pause",
    until: workingDayAfter(terms.calendar, arrivedOn ?? onDate, PAYMENT_DAYS),
    arrivedOn,
  });
}

type AnswerEvent = Pick<ClockEvent, "onDate"> & { readonly details: { readonly letter?: number | null } };

/**
 * An answer is to the letter that it names, else to the latest still open; what makes the clock begin anew settles every
 * notice of its kind.
 */
function answer(course: Course, kind: WaitKind, { onDate, details }: AnswerEvent, terms: Terms): Course {
  const open = course.waits.filter((wait) => wait.kind === kind && isOpen(wait));
  const restarting = open.filter((wait) => wait.effect === "restart").map((wait) => wait.kind);
  const { letter } = details;
  const named = letter == null ? open : open.filter(({ step }) => step === letter);
  const answered = restarting.length > 0 ? open : named.slice(-1);
  const waits = course.waits.map((wait) =>
    answered.includes(wait) ? { ...wait, answeredOn: onDate, endedOn: onDate } : wait,
  );
  const [restart] = restarting;
  return restart ? beginAnew({ ...course, waits }, restart, onDate, terms) : { ...course, waits };
}

/**
 * 条例 §30: the full period from the day of the correction. Whether an extension of the old one goes with it is a
 * convention. A later day that the organ has set is a date, and stands.
 */
function beginAnew(course: Course, kind: RestartKind, on: CalendarDate, terms: Terms): Course {
  const before = layDaysUntil(course, terms, on).days;
  const voided = before.map((day) =>
    day.label.counted || day.label === OVERDUE ? { ...day, label: VOIDED[kind] } : day,
  );
  return {
    ...course,
    start: on > course.start ? on : course.start,
    voided: [...course.voided, ...voided],
    extension: terms.conventions["clock.extensionAfterRestart"] === "KEPT" ? course.extension : 0,
  };
}

function settle(course: Course, { onDate }: Pick<ClockEvent, "onDate">): Course {
  return { ...complete(course, onDate), settledOn: onDate };
}

/** A decision waits for nobody's answer any longer; a correction that never came still leaves no due date. */
const complete = (course: Course, on: CalendarDate): Course => ({
  ...course,
  completedOn: course.completedOn ?? on,
  waits: course.waits.map((wait) =>
    wait.effect !== "restart" && isOpen(wait) ? { ...wait, endedOn: on } : wait,
  ),
});
