import type { CalendarDate } from "../../kernel/calendar-date.js";
import { ARRIVED_NOTICES, type ArrivedNotice } from "./arrived-notices.data.js";
import type { RequestEventRow } from "./request.entity.js";
import { isNotice } from "./waits.data.js";

/** A step is identified by the revision it produced; a planned one has none. */
export type EventFacts = Pick<RequestEventRow, "action" | "onDate" | "details"> & {
  readonly revision?: number;
};

/** Decided, withdrawn or lapsed: a request has one of these. */
const COMPLETIONS: readonly string[] = ["decideRequest", "withdrawRequest", "lapseRequest"];

export const completes = ({ action }: Pick<EventFacts, "action">): boolean => COMPLETIONS.includes(action);

/** A later event that changes an earlier one. */
interface Correction {
  readonly appliesTo: (earlier: EventFacts) => boolean;
  readonly patch: (earlier: EventFacts) => Partial<Pick<EventFacts, "onDate" | "details">>;
}

const isStep =
  (step: unknown) =>
  ({ revision }: EventFacts): boolean =>
    revision !== undefined && revision === step;

const CORRECTIONS: Readonly<Record<string, (event: EventFacts) => Correction>> = {
  recordArrival: ({ details: { of, arrivedOn, letter } }) => {
    const { sentBy, arrival } = ARRIVED_NOTICES[of as ArrivedNotice];
    return {
      appliesTo: letter == null ? ({ action }) => action === sentBy : isStep(letter),
      patch: ({ details }) => ({ details: { ...details, [arrival]: arrivedOn } }),
    };
  },
  amendRequest: ({ details: { decidedOn } }) => ({
    appliesTo: (earlier) => decidedOn !== undefined && completes(earlier),
    patch: () => ({ onDate: decidedOn as CalendarDate }),
  }),
  correctStep: ({ details: { step, on, corrected } }) => ({
    appliesTo: isStep(step),
    patch: ({ onDate, details }) => ({
      onDate: (on ?? onDate) as CalendarDate,
      details: { ...details, ...(corrected as object) },
    }),
  }),
  withdrawStep: ({ onDate, details: { step } }) => ({
    appliesTo: isStep(step),
    patch: ({ details }) => ({ details: { ...details, withdrawnOn: onDate } }),
  }),
  reopenRequest: ({ details: { letter, deadline } }) => ({
    appliesTo: isStep(letter),
    patch: ({ details }) => ({ details: { ...details, ...(deadline ? { deadline } : {}) } }),
  }),
};

/**
 * Revisions of steps that no longer count: recorded in error or withdrawn. A withdrawn notice still counts: the
 * letter went out and was waited for until that day.
 */
function takenBack(events: readonly EventFacts[]): ReadonlySet<number> {
  const actions = new Map(events.map(({ revision, action }) => [revision, action]));
  return new Set(
    events
      .filter(({ action, details: { step, recordedInError } }) =>
        action === "withdrawStep"
          ? recordedInError === true || !isNotice(actions.get(step as number) ?? "")
          : action === "reopenRequest",
      )
      .map(({ details: { step } }) => step as number),
  );
}

/** Steps that come before all others, whatever day was first recorded. */
const FIRST: readonly string[] = ["receiveRequest", "confirmReceipt"];
const dayOf = ({ action, onDate }: EventFacts): string => (FIRST.includes(action) ? "" : onDate);

/**
 * The steps as valid now, in the order of their days: later corrections are applied, withdrawn steps are left out.
 * The stored events stay unchanged.
 */
export function asTheyStand<E extends EventFacts>(events: readonly E[]): E[] {
  const gone = takenBack(events);
  const standing: E[] = [];
  for (const event of events) {
    if (event.revision !== undefined && gone.has(event.revision)) continue;
    const correction = CORRECTIONS[event.action]?.(event);
    if (!correction) standing.push(event);
    const at = correction ? standing.findLastIndex(correction.appliesTo) : -1;
    const earlier = standing[at];
    if (correction && earlier) standing[at] = { ...earlier, ...correction.patch(earlier) };
  }
  return standing.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}
