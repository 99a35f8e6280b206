import { ARRIVED_NOTICES, type ArrivedNotice } from "./arrived-notices.data.js";
import type { RequestEventRow } from "./request.entity.js";

export type EventFacts = Pick<RequestEventRow, "action" | "onDate" | "details">;

/** Decided, withdrawn or lapsed: a request has one of these. */
const COMPLETIONS: readonly string[] = ["decideRequest", "withdrawRequest", "lapseRequest"];

export const completes = ({ action }: Pick<EventFacts, "action">): boolean => COMPLETIONS.includes(action);

/** What an event says of the last one of certain kinds before it. */
interface Telling {
  readonly of: (earlier: EventFacts) => boolean;
  readonly told: (earlier: EventFacts) => Partial<Pick<EventFacts, "onDate" | "details">>;
}

const TELLINGS: Readonly<Record<string, (details: EventFacts["details"]) => Telling>> = {
  recordArrival: ({ of, arrivedOn }) => {
    const { sentBy, arrival } = ARRIVED_NOTICES[of as ArrivedNotice];
    return {
      of: ({ action }) => action === sentBy,
      told: ({ details }) => ({ details: { ...details, [arrival]: arrivedOn } }),
    };
  },
  amendRequest: ({ decidedOn }) => ({
    of: (earlier) => decidedOn !== undefined && completes(earlier),
    told: () => ({ onDate: decidedOn as EventFacts["onDate"] }),
  }),
};

/**
 * The events as they are to be read now: an amendment, or an arrival that became known later, goes into the event that it
 * is about. What was written down stays as it was.
 */
export function asTheyStand<E extends EventFacts>(events: readonly E[]): E[] {
  const standing: E[] = [];
  for (const event of events) {
    const telling = TELLINGS[event.action]?.(event.details);
    if (!telling) standing.push(event);
    const at = telling ? standing.findLastIndex(telling.of) : -1;
    const earlier = standing[at];
    if (telling && earlier) standing[at] = { ...earlier, ...telling.told(earlier) };
  }
  return standing;
}
