import type { CalendarDate } from "../../../kernel/calendar-date.js";
import { text } from "../../../kernel/text.js";
import {
  OVERDUE,
  VOIDED,
  type ClockDetails,
  type ClockLapse,
  type RestartKind,
  type Rules,
  type Wait,
  type WaitKind,
} from "./clock.js";
import {
  CONSULTATION_DAYS,
  CORRECTION_NOTICE_DAYS,
  EXTENSION_DAYS,
  isOpen,
  layDays,
  layDaysUntil,
  PAYMENT_DAYS,
  workingDayAfter,
  type Course,
} from "./days.js";

/** What a step does to the clock. */
export type Effect = (course: Course, event: TimedEvent, rules: Rules) => Course;

/** A step as the clock sees it: the day on which it happened, its particulars, and its effect. */
export interface TimedEvent {
  readonly onDate: CalendarDate;
  /** By which answers name a letter. */
  readonly revision?: number;
  readonly details: ClockDetails;
  readonly effect: Effect;
}

export function replay(events: readonly TimedEvent[], rules: Rules): Course {
  let course: Course = {
    start: rules.receivedOn,
    waits: [],
    extension: 0,
    delayedUntil: null,
    voided: [],
    completedOn: null,
    settledOn: null,
    lapses: [],
  };
  // Once it is decided only the service matters.
  for (const event of events)
    if (course.completedOn === null || event.effect === serve) course = event.effect(course, event, rules);
  return course;
}

export const asksCorrection: Effect = (course, event, rules) => {
  const until = event.details.deadline ?? event.onDate;
  return {
    ...waitFor(course, event, { kind: "CORRECTION", effect: "restart", until }),
    lapses: [...course.lapses, ...correctionLapses(course, event.onDate, rules)],
  };
};

export const asksReasons: Effect = (course, event, { conventions }) =>
  waitFor(course, event, {
    kind: "REASONS",
    effect: conventions["clock.reasonsPause"] ? "pause" : "none",
    until: null,
  });

/** 条例 §32, §34: who does not answer within 15 working days from the letter's arrival is not waited for any longer. */
export const consults =
  (kind: "THIRD_PARTY" | "AGENCY"): Effect =>
  (course, event, { calendar }) => {
    const arrivedOn = event.details.letterReceivedOn ?? null;
    const until = workingDayAfter(calendar, arrivedOn ?? event.onDate, CONSULTATION_DAYS);
    return waitFor(course, event, { kind, effect: "pause", until, arrivedOn });
  };

/** 109号 has the notice go out within the reply period: one that comes after it saves nothing. */
export const asksPayment: Effect = (course, event, rules) => {
  const { onDate, details } = event;
  const { dueOn } = layDays(course, rules);
  const restarts = rules.conventions["clock.restartAfterPayment"] && (dueOn === null || onDate <= dueOn);
  const arrivedOn = details.noticeReceivedOn ?? null;
  return waitFor(course, event, {
    kind: "FEE",
    effect: restarts ? "restart" : "pause",
    until: workingDayAfter(rules.calendar, arrivedOn ?? onDate, PAYMENT_DAYS),
    arrivedOn,
  });
};

export const answers =
  (kind: WaitKind): Effect =>
  (course, event, rules) =>
    answer(course, kind, event, rules);

export const answersReasons: Effect = (course, event, rules) => ({
  ...answer(course, "REASONS", event, rules),
  delayedUntil: event.details.delayedUntil ?? course.delayedUntil,
});

export const extendsPeriod: Effect = (course, event, rules) => ({
  ...course,
  extension: course.extension + (event.details.days ?? 0),
  lapses: [...course.lapses, ...extensionLapses(course, event, rules)],
});

export const decides: Effect = (course, { onDate }) => complete(course, onDate);

/** Withdrawn or lapsed: it is over without a service. */
export const ends: Effect = (course, event) => settle(course, event);

export const serve: Effect = (course, event) => settle(course, event);

type Awaited = Pick<Wait, "kind" | "effect" | "until"> & { readonly arrivedOn?: CalendarDate | null };

/**
 * A notice that the organ took back makes nothing begin anew: it was waited for up to that day, and those days are left
 * out as they were.
 */
function waitFor(course: Course, { onDate, revision, details }: TimedEvent, awaited: Awaited): Course {
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

/**
 * An answer is to the letter that it names, else to the latest still open; what makes the clock begin anew settles every
 * notice of its kind.
 */
function answer(course: Course, kind: WaitKind, { onDate, details }: TimedEvent, rules: Rules): Course {
  const open = course.waits.filter((wait) => wait.kind === kind && isOpen(wait));
  const restarting = open.filter((wait) => wait.effect === "restart").map((wait) => wait.kind);
  const { letter } = details;
  const named = letter == null ? open : open.filter(({ step }) => step === letter);
  const answered = restarting.length > 0 ? open : named.slice(-1);
  const waits = course.waits.map((wait) =>
    answered.includes(wait) ? { ...wait, answeredOn: onDate, endedOn: onDate } : wait,
  );
  const [restart] = restarting;
  return restart ? beginAnew({ ...course, waits }, restart, onDate, rules) : { ...course, waits };
}

/**
 * 条例 §30: the full period from the day of the correction. Whether an extension of the old one goes with it is a
 * convention. A later day that the organ has set is a date, and stands.
 */
function beginAnew(course: Course, kind: RestartKind, on: CalendarDate, rules: Rules): Course {
  const before = layDaysUntil(course, rules, on).days;
  const voided = before.map((day) =>
    day.label.counted || day.label === OVERDUE ? { ...day, label: VOIDED[kind] } : day,
  );
  return {
    ...course,
    start: on > course.start ? on : course.start,
    voided: [...course.voided, ...voided],
    extension: rules.conventions["clock.extensionAfterRestart"] === "KEPT" ? course.extension : 0,
  };
}

function settle(course: Course, { onDate }: TimedEvent): Course {
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

/** D03, 条例 §30: once, and within 7 working days from the receipt. */
function correctionLapses(course: Course, on: CalendarDate, rules: Rules): ClockLapse[] {
  const { calendar, receivedOn } = rules;
  const lastDay = workingDayAfter(calendar, receivedOn, CORRECTION_NOTICE_DAYS);
  const again = course.waits.some(({ kind, withdrawnOn }) => kind === "CORRECTION" && withdrawnOn === null);
  const reasons = [
    again && text("补正应当一次性告知，此为再次告知", "A second correction notice; the law allows one"),
    on > lastDay &&
      !again &&
      text(
        `补正告知应不迟于 ${lastDay}（收到之日起7个工作日内）`,
        `The correction notice was due by ${lastDay}, within 7 working days from receipt`,
      ),
  ];
  return reasons.filter((reason) => reason !== false).map((reason) => ({ rule: "D03", on, reason }));
}

/** D02, 条例 §33: within the first period, told to the applicant within it too, and at most 20 working days in all. */
function extensionLapses(
  course: Course,
  { onDate: on, details: { days = 0, toldOn } }: TimedEvent,
  rules: Rules,
): ClockLapse[] {
  const { dueOn } = layDays({ ...course, extension: 0 }, rules);
  const total = course.extension + days;
  const late = (day: CalendarDate): boolean => dueOn !== null && day > dueOn;
  const reasons = [
    late(on) &&
      text(`延期决定晚于答复期限 ${dueOn}`, `The extension was granted after the due date ${dueOn}`),
    total > EXTENSION_DAYS &&
      text(
        `延长共 ${total} 个工作日，最长不得超过20个工作日`,
        `Extended by ${total} working days in all; at most 20 are allowed`,
      ),
    toldOn == null && text("延长答复期限未告知申请人", "The applicant was not told of the extension"),
    toldOn != null &&
      late(toldOn) &&
      text(
        `延期告知日 ${toldOn} 晚于答复期限 ${dueOn}`,
        `The applicant was told on ${toldOn}, after the due date ${dueOn}`,
      ),
  ];
  return reasons.filter((reason) => reason !== false).map((reason) => ({ rule: "D02", on, reason }));
}

const SILENCE = {
  THIRD_PARTY: text(
    `征求第三方意见逾15个工作日未答复，行政机关应当自行决定（条例 §32）`,
    `The third party did not answer within ${CONSULTATION_DAYS} working days: the organ decides (条例 §32)`,
  ),
  AGENCY: text(
    "被征求意见机关逾15个工作日未答复，视为同意公开（条例 §34）",
    `The organ asked did not answer within ${CONSULTATION_DAYS} working days: that is consent (条例 §34)`,
  ),
} as const;

/** D04: neither an answer nor a decision when the 15 working days had run out. */
export function consultationLapses({ waits }: Course, { today }: Rules): ClockLapse[] {
  return waits.flatMap(({ kind, until, endedOn }) => {
    const silence = kind === "THIRD_PARTY" || kind === "AGENCY" ? SILENCE[kind] : null;
    const open = endedOn ?? today;
    return silence && until !== null && open > until
      ? [{ rule: "D04" as const, on: until, reason: silence }]
      : [];
  });
}
