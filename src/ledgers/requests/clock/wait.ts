import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { RestartKind, WaitKind } from "./labels.data.js";

interface WaitTimes {
  /** The revision of the step that sent the notice. */
  readonly step: number | null;
  /** The day of the letter or notice. */
  readonly since: CalendarDate;
  /** When it arrived, where that is known. */
  readonly arrivedOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  /** The day of the answer, of the withdrawal, or of the decision that did not wait for either. */
  readonly endedOn: CalendarDate | null;
}

/**
 * Others have to do something. A pause ends with its last day, answered or not; a restart waits for the answer; some
 * leave the clock alone.
 */
export type Wait = WaitTimes &
  (
    | { readonly effect: "pause" | "none"; readonly kind: WaitKind; readonly until: CalendarDate | null }
    | { readonly effect: "restart"; readonly kind: RestartKind; readonly until: CalendarDate }
  );
