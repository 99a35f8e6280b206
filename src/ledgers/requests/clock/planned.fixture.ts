import { stepOf, type RequestVerb } from "../steps/index.js";
import type { Clock, ClockDetails } from "./clock.js";
import { clockFrom, type ClockInput } from "./statutory-clock.js";

/** A step of a test, by its verb; the table of steps says what it does to the clock. */
export interface Planned {
  readonly action: RequestVerb;
  readonly onDate: string;
  readonly revision?: number;
  readonly details: ClockDetails;
}

export interface PlannedInput extends Omit<ClockInput, "events"> {
  readonly events: readonly Planned[];
}

export const plannedClock = ({ events, ...input }: PlannedInput): Clock =>
  clockFrom({
    ...input,
    events: events.map(({ action, ...event }) => {
      const effect = stepOf(action)?.clock;
      if (!effect) throw new Error(`${action} does nothing to the clock`);
      return { ...event, effect };
    }),
  });
