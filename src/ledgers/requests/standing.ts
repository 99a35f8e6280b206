import type { CalendarDate } from "../../kernel/calendar-date.js";
import { arrivalOf } from "./arrived-notices.data.js";
import { asTheyStand, type EventFacts } from "./event-history.js";
import type { RequestState } from "./request.terms.js";
import { isNotice, noticeAnsweredBy, NOTICES, WAITS, type NoticeVerb } from "./waits.data.js";

/** A notice that was sent, by the step that sent it. */
export interface Notice {
  readonly step: number | undefined;
  readonly verb: NoticeVerb;
  readonly sentOn: CalendarDate;
  readonly details: EventFacts["details"];
  readonly open: boolean;
}

/** How far a request has come: all that says which steps are open to it. */
export interface Standing {
  readonly phase: "REGISTERED" | "OPEN" | "DECIDED" | "SERVED" | "WITHDRAWN" | "LAPSED";
  readonly notices: readonly Notice[];
  /** Steps of the process since the receipt. */
  readonly taken: number;
  /** Anything that may be taken back or corrected. */
  readonly mendable: boolean;
}

const PHASES: Readonly<Record<string, Standing["phase"]>> = {
  confirmReceipt: "OPEN",
  decideRequest: "DECIDED",
  serveRequest: "SERVED",
  withdrawRequest: "WITHDRAWN",
  lapseRequest: "LAPSED",
};
/** The steps of the process since the receipt; what else is recorded leaves a request where it is. */
const PROCESS: readonly string[] = [
  ...NOTICES.flatMap((verb) => [verb, WAITS[verb].answeredBy]),
  "extendRequest",
  "decideRequest",
  "serveRequest",
  "withdrawRequest",
  "lapseRequest",
];
export const isProcess = (action: string): boolean => PROCESS.includes(action);
/** What may be taken back or corrected. */
export const isMendable = (action: string): boolean => action === "confirmReceipt" || isProcess(action);

const BEGINNING: Standing = { phase: "OPEN", notices: [], taken: 0, mendable: false };

/** What one event makes of it. */
export function after(standing: Standing, { action, onDate, details, revision }: EventFacts): Standing {
  const phase =
    action === "receiveRequest" && details.unconfirmed ? "REGISTERED" : (PHASES[action] ?? standing.phase);
  const mendable = standing.mendable || isMendable(action);
  const taken = standing.taken + (isProcess(action) ? 1 : 0);
  return {
    phase,
    mendable,
    taken,
    notices: noticesAfter(standing.notices, { action, onDate, details, revision }),
  };
}

function noticesAfter(
  notices: readonly Notice[],
  { action, onDate, details, revision }: EventFacts,
): readonly Notice[] {
  if (isNotice(action))
    return [
      ...notices,
      { step: revision, verb: action, sentOn: onDate, details, open: details.withdrawnOn === undefined },
    ];
  const verb = noticeAnsweredBy(action);
  const answered = verb && letterAnswered(notices, verb, details.letter);
  return answered ? notices.map((one) => (one === answered ? { ...one, open: false } : one)) : notices;
}

/** The letter that an answer names, or the latest of its kind that is still open. */
const letterAnswered = (notices: readonly Notice[], verb: NoticeVerb, letter: unknown): Notice | undefined =>
  openNotices({ notices }, verb).findLast(({ step }) => letter == null || step === letter);

/** The first step whose days cannot be: it arrived or ran out before it was sent, or was answered before it arrived. */
export function untimely<E extends EventFacts>(steps: readonly E[]): E | null {
  let standing = BEGINNING;
  for (const step of steps) {
    const { action, onDate, details } = step;
    const later = [arrivalOf(action, details), details.deadline].filter((day) => typeof day === "string");
    const verb = noticeAnsweredBy(action);
    const letter = verb && letterAnswered(standing.notices, verb, details.letter);
    const arrivedOn = letter ? arrivalOf(letter.verb, letter.details) : null;
    if (later.some((day) => day < onDate) || (arrivedOn !== null && onDate < arrivedOn)) return step;
    standing = after(standing, step);
  }
  return null;
}

/** Whoever signs for it has it. */
const SIGNED_FOR: readonly unknown[] = ["DIRECT", "ENTRUSTED"];

/** When the applicant had the decision, as far as the steps tell. */
export function decisionArrival(steps: readonly EventFacts[]): CalendarDate | null {
  const served = steps.findLast(({ action }) => action === "serveRequest");
  if (!served) return null;
  const { method, arrivedOn } = served.details;
  if (SIGNED_FOR.includes(method)) return served.onDate;
  return typeof arrivedOn === "string" ? arrivedOn : null;
}

/** Of steps in the order of their days. */
export const standingAfter = (steps: readonly EventFacts[]): Standing => steps.reduce(after, BEGINNING);

export const standingOf = (events: readonly EventFacts[]): Standing => standingAfter(asTheyStand(events));

export const openNotices = (
  { notices }: Pick<Standing, "notices">,
  ...verbs: readonly NoticeVerb[]
): Notice[] => notices.filter(({ open, verb }) => open && verbs.includes(verb));

/** One word for it: what is waited for, in the order of WAITS, and without that how far it has come. */
export function stateOf(standing: Standing): RequestState {
  const { phase, taken } = standing;
  if (phase !== "OPEN") return phase;
  const waited = NOTICES.find((verb) => openNotices(standing, verb).length > 0);
  return waited ? WAITS[waited].state : taken > 0 ? "IN_PROGRESS" : "RECEIVED";
}
