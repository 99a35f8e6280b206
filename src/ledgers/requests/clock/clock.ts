import type { CalendarDate } from "../../../kernel/calendar-date.js";
import { text, type Text } from "../../../kernel/text.js";
import type { WorkingCalendar } from "../../../kernel/working-calendar.js";
import type { Settings } from "../../../settings/index.js";

/** What a day of the process is: one of these for each, so that days of one label make a step. */
export interface Label {
  readonly counted: boolean;
  readonly reason: Text;
  /** The article it rests on. */
  readonly basis: string;
}

const counted = (zh: string, en: string, basis: string): Label => ({
  counted: true,
  reason: text(zh, en),
  basis,
});
const uncounted = (zh: string, en: string, basis: string): Label => ({
  ...counted(zh, en, basis),
  counted: false,
});

const FEES = "条例 §42、国办函〔2020〕109号";

export const REPLYING = counted("答复期限", "reply period", "条例 §33");
export const EXTENDED = counted("延长答复期限", "extension of the reply period", "条例 §33");
export const DELAYED = counted("延迟答复的合理期限", "delayed period set by the organ", "条例 §35");
/** Only seen before a correction notice that came after the due date. */
export const OVERDUE = uncounted("答复期限已届满", "after the reply period ran out", "条例 §33");

/** What is waited for. */
export const WAITING = {
  CORRECTION: uncounted("等待申请人补正", "waiting for the correction", "条例 §30"),
  THIRD_PARTY: uncounted("征求第三方意见", "consulting a third party", "条例 §32、§33(3)"),
  AGENCY: uncounted("征求其他机关意见", "consulting another organ", "条例 §33(3)、§34"),
  REASONS: uncounted("等待申请人说明理由", "waiting for the applicant's reasons", "条例 §35"),
  FEE: uncounted("等待申请人缴费", "waiting for the payment", FEES),
} as const satisfies Record<string, Label>;
export type WaitKind = keyof typeof WAITING;

/** What was counted before the clock began anew counts no more. */
export const VOIDED = {
  CORRECTION: uncounted("补正后重新计算", "calculated anew after the correction", "条例 §30"),
  FEE: uncounted("缴费后重新计算", "calculated anew after the payment", FEES),
} as const satisfies Partial<Record<WaitKind, Label>>;
export type RestartKind = keyof typeof VOIDED;

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

/** Particulars of a step that the clock depends on; each step records its own. */
export interface ClockDetails {
  /** Until when a correction is awaited. */
  readonly deadline?: CalendarDate;
  /** The organ took its notice back: an answer was awaited up to that day. */
  readonly withdrawnOn?: CalendarDate;
  /** Without the day of arrival, the time to answer runs from the day of sending. */
  readonly letterReceivedOn?: CalendarDate | null;
  readonly noticeReceivedOn?: CalendarDate | null;
  /** The step that sent the letter; without that the answer is to the latest letter of its kind. */
  readonly letter?: number | null;
  /** Reasonable reasons: the organ may set a later day (条例 §35). */
  readonly delayedUntil?: CalendarDate | null;
  /** Working days of an extension. */
  readonly days?: number;
  readonly toldOn?: CalendarDate | null;
}

/** The settings that decide between readings of the law. */
export type Conventions = Pick<
  Settings,
  "clock.pausedDays" | "clock.restartAfterPayment" | "clock.reasonsPause" | "clock.extensionAfterRestart"
>;

/** By which rules days are counted. */
export interface Rules {
  readonly receivedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly conventions: Conventions;
}

export interface ClockStep {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly workingDays: number;
  /** Weekends and holidays among its days, which never count. */
  readonly daysOff: readonly CalendarDate[];
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
