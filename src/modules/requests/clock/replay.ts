import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { ClockEvent } from "./clock.js";
import {
  CONSULTATION_DAYS,
  isOpen,
  PAYMENT_DAYS,
  workingDayAfter,
  type Course,
  type Terms,
  type Wait,
} from "./course.js";
import { layDays, layDaysUntil } from "./days.js";
import { OVERDUE, VOIDED, type RestartKind, type WaitKind } from "./labels.data.js";
import { correctionLapses, extensionLapses } from "./lapses.js";

type Action = ClockEvent["action"];
type Handler<A extends Action> = (
  course: Course,
  event: Extract<ClockEvent, { action: A }>,
  terms: Terms,
) => Course;

/** What each event does to the clock. */
const HANDLERS: { readonly [A in Action]: Handler<A> } = {
  askCorrection: (course, { onDate, details }, terms) => ({
    ...waitFor(course, {
      kind: "askCorrection",
      effect: "restart",
      since: onDate,
      until: details.deadline,
      endedOn: null,
    }),
    lapses: [...course.lapses, ...correctionLapses(course, onDate, terms)],
  }),
  recordCorrection: (course, { onDate }, terms) => answer(course, "askCorrection", onDate, terms),
  consultThirdParty: consult,
  recordThirdPartyReply: (course, { onDate }, terms) => answer(course, "consultThirdParty", onDate, terms),
  consultAgency: consult,
  recordAgencyReply: (course, { onDate }, terms) => answer(course, "consultAgency", onDate, terms),
  askReasons: (course, { onDate }, { conventions }) =>
    conventions["clock.reasonsPause"]
      ? waitFor(course, { kind: "askReasons", effect: "pause", since: onDate, until: null, endedOn: null })
      : course,
  recordReasons: (course, { onDate, details: { delayedUntil } }, terms) => ({
    ...answer(course, "askReasons", onDate, terms),
    delayedUntil: delayedUntil ?? course.delayedUntil,
  }),
  noticeFee,
  recordFeePaid: (course, { onDate }, terms) => answer(course, "noticeFee", onDate, terms),
  extendRequest: (course, event, terms) => ({
    ...course,
    extension: course.extension + event.details.days,
    lapses: [...course.lapses, ...extensionLapses(course, event.onDate, event.details, terms)],
  }),
  decideRequest: (course, { onDate }) => complete(course, onDate),
  withdrawRequest: (course, { onDate }) => complete(course, onDate),
  lapseRequest: (course, { onDate }) => complete(course, onDate),
  serveRequest: (course, { onDate }) => ({ ...complete(course, onDate), servedOn: onDate }),
};

export function replay(events: readonly ClockEvent[], terms: Terms): Course {
  let course: Course = {
    start: terms.receivedOn,
    waits: [],
    extension: 0,
    delayedUntil: null,
    voided: [],
    completedOn: null,
    servedOn: null,
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

const waitFor = (course: Course, wait: Wait): Course => ({ ...course, waits: [...course.waits, wait] });

/** 条例 §32, §34: who does not answer within 15 working days from the letter's arrival is not waited for any longer. */
function consult(
  course: Course,
  event: Extract<ClockEvent, { action: "consultThirdParty" | "consultAgency" }>,
  { calendar }: Terms,
): Course {
  const { action, onDate, details } = event;
  const until = workingDayAfter(calendar, details.letterReceivedOn ?? onDate, CONSULTATION_DAYS);
  return waitFor(course, { kind: action, effect: "pause", since: onDate, until, endedOn: null });
}

/** 109号 has the notice go out within the reply period: one that comes after it saves nothing. */
function noticeFee(
  course: Course,
  { onDate, details }: Extract<ClockEvent, { action: "noticeFee" }>,
  terms: Terms,
): Course {
  const { dueOn } = layDays(course, terms);
  const restarts = terms.conventions["clock.restartAfterPayment"] && (dueOn === null || onDate <= dueOn);
  return waitFor(course, {
    kind: "noticeFee",
    effect: restarts ? "restart" : "pause",
    since: onDate,
    until: workingDayAfter(terms.calendar, details.noticeReceivedOn ?? onDate, PAYMENT_DAYS),
    endedOn: null,
  });
}

/** An answer is to the latest letter still open; what makes the clock begin anew settles every notice of its kind. */
function answer(course: Course, kind: WaitKind, on: CalendarDate, terms: Terms): Course {
  const open = course.waits.filter((wait) => wait.kind === kind && isOpen(wait));
  const restarting = open.filter((wait) => wait.effect === "restart").map((wait) => wait.kind);
  const answered = restarting.length > 0 ? open : open.slice(-1);
  const waits = course.waits.map((wait) => (answered.includes(wait) ? { ...wait, endedOn: on } : wait));
  const [restart] = restarting;
  return restart ? beginAnew({ ...course, waits }, restart, on, terms) : { ...course, waits };
}

/**
 * 条例 §30: the full period from the day of the correction; an extension of the old one is gone with it. A later day that
 * the organ has set is a date, and stands.
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
    extension: 0,
  };
}

/** A decision waits for nobody's answer any longer; a correction that never came still leaves no due date. */
const complete = (course: Course, on: CalendarDate): Course => ({
  ...course,
  completedOn: course.completedOn ?? on,
  waits: course.waits.map((wait) =>
    wait.effect === "pause" && isOpen(wait) ? { ...wait, endedOn: on } : wait,
  ),
});
