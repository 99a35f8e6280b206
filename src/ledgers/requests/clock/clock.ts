import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { Text } from "../../../kernel/text.js";
import type { WorkingCalendar } from "../../../kernel/working-calendar.js";
import type { Settings } from "../../../settings/index.js";
import type { Wait } from "./wait.js";

/** What the organ sent and took back: it was waited for up to that day. */
interface Sent {
  readonly withdrawnOn?: CalendarDate;
}

/** An answer says which letter it is to; without that it is to the latest of its kind. */
interface Answer {
  readonly letter?: number | null;
}

/** An event as the clock sees it: the mutation that recorded it, the day it happened, and what it says of dates. */
export type ClockEvent = {
  readonly onDate: CalendarDate;
  /** By which answers name a letter. */
  readonly revision?: number;
} & (
  | { readonly action: "askCorrection"; readonly details: Sent & { readonly deadline: CalendarDate } }
  | {
      readonly action: "consultThirdParty" | "consultAgency";
      /** When the letter arrived; without it the 15 working days run from the day it was sent. */
      readonly details: Sent & { readonly letterReceivedOn?: CalendarDate | null };
    }
  | { readonly action: "askReasons"; readonly details: Sent }
  | {
      readonly action: "recordCorrection" | "recordThirdPartyReply" | "recordAgencyReply" | "recordFeePaid";
      readonly details: Answer;
    }
  | {
      readonly action: "recordReasons";
      /** Reasonable reasons: the organ may set a later day (条例 §35). */
      readonly details: Answer & { readonly delayedUntil?: CalendarDate | null };
    }
  | {
      readonly action: "noticeFee";
      readonly details: Sent & { readonly noticeReceivedOn?: CalendarDate | null };
    }
  | {
      readonly action: "extendRequest";
      readonly details: { readonly days: number; readonly toldOn?: CalendarDate | null };
    }
  | {
      readonly action: "decideRequest" | "serveRequest" | "withdrawRequest" | "lapseRequest";
      readonly details: object;
    }
);

export interface ClockInput {
  /** null while the receipt is not confirmed: the clock has not started. */
  readonly receivedOn: CalendarDate | null;
  /** Oldest first. */
  readonly events: readonly ClockEvent[];
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly conventions: Pick<
    Settings,
    "clock.pausedDays" | "clock.restartAfterPayment" | "clock.reasonsPause" | "clock.extensionAfterRestart"
  >;
}

export interface ClockStep {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly workingDays: number;
  /** Do its days count towards the limit? */
  readonly counted: boolean;
  readonly reason: Text;
  /** The article it rests on. */
  readonly basis: string;
}

/** What of the process was not as the law wants it: D02 extension, D03 correction notice, D04 consultation. */
export interface ClockLapse {
  readonly rule: "D02" | "D03" | "D04";
  readonly on: CalendarDate;
  readonly reason: Text;
}

export interface Clock {
  /**
   * null while no day is determined: not received yet, awaiting a correction or a payment that restarts the clock, or
   * reasons that pause it without a last day.
   */
  readonly dueOn: CalendarDate | null;
  /** As of today. */
  readonly paused: boolean;
  readonly workingDaysUsed: number;
  /** null once it is decided, and while there is no due date; negative: overdue. */
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly provisional: boolean;
  /** From the day after the receipt up to the due date, or without one to the last day known: the counted add up to the limit. */
  readonly steps: readonly ClockStep[];
  /** The last day, perhaps past, for what others have to do: correct, answer, pay; null where nobody is waited for. */
  readonly waitsUntil: CalendarDate | null;
  readonly waits: readonly Wait[];
  /** Working days by which the period that runs now was extended. */
  readonly extension: number;
  readonly lapses: readonly ClockLapse[];
}
