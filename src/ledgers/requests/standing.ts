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

/** Progress of a request, which determines the open steps. */
export interface Standing {
  readonly phase: "REGISTERED" | "OPEN" | "DECIDED" | "SERVED" | "WITHDRAWN" | "LAPSED";
  readonly notices: readonly Notice[];
  /** Steps of the process since the receipt. */
  readonly taken: number;
  /** True if a step may be withdrawn or corrected. */
  readonly mendable: boolean;
}

const PHASES: Readonly<Record<string, Standing["phase"]>> = {
  confirmReceipt: "OPEN",
  decideRequest: "DECIDED",
  serveRequest: "SERVED",
  withdrawRequest: "WITHDRAWN",
  lapseRequest: "LAPSED",
};
/** Steps of the process since the receipt; other records do not change the progress. */
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

/** The standing after one event. */
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

/** The notice that an answer names, or the latest open one of its kind. */
const letterAnswered = (notices: readonly Notice[], verb: NoticeVerb, letter: unknown): Notice | undefined =>
  openNotices({ notices }, verb).findLast(({ step }) => letter == null || step === letter);

/** The first step with impossible days: arrived or expired before it was sent, or answered before it arrived. */
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

/** Services with a signature: the decision has arrived. */
const SIGNED_FOR: readonly unknown[] = ["DIRECT", "ENTRUSTED"];

/** Day on which the decision reached the applicant, as far as recorded. */
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

/** The state: the first outstanding answer in the order of WAITS, else the progress. */
export function stateOf(standing: Standing): RequestState {
  const { phase, taken } = standing;
  if (phase !== "OPEN") return phase;
  const waited = NOTICES.find((verb) => openNotices(standing, verb).length > 0);
  return waited ? WAITS[waited].state : taken > 0 ? "IN_PROGRESS" : "RECEIVED";
}
