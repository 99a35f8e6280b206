import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { ARRIVED_NOTICES, SIGNED_FOR } from "./request.terms.js";
import { openNotices, type EventFacts, type Notice, type Standing } from "./step.js";
import { stepOf } from "./steps/index.js";

/** A step of the process since the receipt; whatever else is recorded leaves a request where it is. */
export const isProcess = ({ action }: Pick<EventFacts, "action">): boolean =>
  stepOf(action)?.clock !== undefined;

const COMPLETE: readonly unknown[] = ["DECIDED", "WITHDRAWN", "LAPSED"] satisfies Standing["phase"][];
/** Decided, withdrawn or lapsed: a request has at most one of these. */
export const completes = ({ action }: Pick<EventFacts, "action">): boolean =>
  COMPLETE.includes(stepOf(action)?.phase);

/** The steps that stand no more, by their revisions: recorded in error or taken back. */
function takenBack(events: readonly EventFacts[]): ReadonlySet<unknown> {
  const actions = new Map<unknown, string>(events.map(({ revision, action }) => [revision, action]));
  const awaited = (step: unknown): boolean => stepOf(actions.get(step) ?? "")?.awaits !== undefined;
  return new Set(events.flatMap((event) => stepOf(event.action)?.takesBack?.(event, awaited) ?? []));
}

/** What lies before every step, whatever day was first recorded for it. */
const FIRST: readonly string[] = ["receiveRequest", "confirmReceipt"];
const dayOf = ({ action, onDate }: EventFacts): string => (FIRST.includes(action) ? "" : onDate);

/**
 * The steps as they are to be read now, in the order of their days: what a later event says of a step is part of the
 * step, and a step that was taken back is left out. The events stay as they were recorded.
 */
export function asTheyStand<E extends EventFacts>(events: readonly E[]): E[] {
  const gone = takenBack(events);
  const standing: E[] = [];
  for (const event of events) {
    if (event.revision !== undefined && gone.has(event.revision)) continue;
    const revision = stepOf(event.action)?.revises?.(event, stepOf);
    if (!revision) standing.push(event);
    const at = revision ? standing.findLastIndex(revision.of) : -1;
    const earlier = standing[at];
    if (revision && earlier) standing[at] = { ...earlier, ...revision.becomes(earlier) };
  }
  return standing.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

const BEGINNING: Standing = { phase: "OPEN", notices: [], taken: 0, correctable: false };

/** The standing after one more event. */
export function after(standing: Standing, event: EventFacts): Standing {
  const { action, details } = event;
  const { phase, clock } = stepOf(action) ?? {};
  const registered = action === "receiveRequest" && details.unconfirmed;
  return {
    phase: registered ? "REGISTERED" : (phase ?? standing.phase),
    correctable: standing.correctable || clock !== undefined || phase !== undefined,
    taken: standing.taken + (clock ? 1 : 0),
    notices: noticesAfter(standing.notices, event),
  };
}

function noticesAfter(notices: readonly Notice[], event: EventFacts): readonly Notice[] {
  const { revision: step, onDate: sentOn, action, details } = event;
  const { awaits: kind } = stepOf(action) ?? {};
  const withdrawn = details.withdrawnOn !== undefined;
  if (kind)
    return [...notices, { step, kind, sentOn, arrivedOn: arrivalOf(event), open: !withdrawn, withdrawn }];
  const answered = letterAnswered(notices, event);
  return answered ? notices.map((one) => (one === answered ? { ...one, open: false } : one)) : notices;
}

/** The letter that an answer names, or the latest of its kind that is still open. */
function letterAnswered(
  notices: readonly Notice[],
  { action, details: { letter } }: EventFacts,
): Notice | undefined {
  const { answers } = stepOf(action) ?? {};
  if (!answers) return undefined;
  return openNotices({ notices }, answers).findLast(({ step }) => letter == null || step === letter);
}

/** When what a step sent arrived, where that is on record. */
function arrivalOf({ action, details }: EventFacts): CalendarDate | null {
  const { sends } = stepOf(action) ?? {};
  const arrivedOn = sends && details[ARRIVED_NOTICES[sends].arrival];
  return typeof arrivedOn === "string" ? arrivedOn : null;
}

/** Of steps in the order of their days. */
export const standingAfter = (steps: readonly EventFacts[]): Standing => steps.reduce(after, BEGINNING);

export const standingOf = (events: readonly EventFacts[]): Standing => standingAfter(asTheyStand(events));

/** Those up to a day: what a step on that day finds. */
export const stepsBy = <E extends { readonly onDate: CalendarDate }>(
  steps: readonly E[],
  on: CalendarDate,
): E[] => steps.filter(({ onDate }) => onDate <= on);

/** The first step that was not open as the request stood then; null where all follow from each other. */
export function brokenStep<E extends EventFacts>(steps: readonly E[]): E | null {
  let standing = BEGINNING;
  for (const one of steps) {
    if (stepOf(one.action)?.gate(standing)) return one;
    standing = after(standing, one);
  }
  return null;
}

/** The first step that arrived or ran out before it was sent, or was answered before it arrived. */
export function untimely<E extends EventFacts>(steps: readonly E[]): E | null {
  let standing = BEGINNING;
  for (const one of steps) {
    const { onDate, details } = one;
    const later = [arrivalOf(one), details.deadline].filter((day) => typeof day === "string");
    const arrivedOn = letterAnswered(standing.notices, one)?.arrivedOn ?? null;
    if (later.some((day) => day < onDate) || (arrivedOn !== null && onDate < arrivedOn)) return one;
    standing = after(standing, one);
  }
  return null;
}

/** When the decision reached the applicant, as far as the steps say. */
export function decisionArrival(steps: readonly EventFacts[]): CalendarDate | null {
  const served = steps.findLast(({ action }) => stepOf(action)?.sends === "DECISION");
  if (!served) return null;
  return SIGNED_FOR.includes(served.details.method) ? served.onDate : arrivalOf(served);
}

const nameOf = (action: string): Text => stepOf(action)?.name ?? text(action, action);

/** The problem of a day before a step that has to come first. */
export function tooEarlyFor({ action, onDate }: EventFacts, path: Path): Problem {
  const { zh, en } = nameOf(action);
  return invalidInput(
    path,
    text(
      `日期不能早于上一步“${zh}”的日期 ${onDate}`,
      `The date cannot be earlier than the last step (${en}, ${onDate})`,
    ),
  );
}

/** The problem of a change after which a recorded step could not have been taken. */
export function noRoomFor({ action, onDate }: EventFacts, path: Path): Problem {
  const { zh, en } = nameOf(action);
  return invalidInput(
    path,
    text(
      `与 ${onDate} 的“${zh}”前后不符：那一步将不再成立，请先撤回或更正它`,
      `It leaves no room for a step that is recorded (${en}, ${onDate}): withdraw or correct that one first`,
    ),
  );
}
