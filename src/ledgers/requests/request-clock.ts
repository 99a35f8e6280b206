import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { Settings } from "../../settings/index.js";
import { reckonClock, type Clock, type ClockEvent } from "./clock/index.js";
import { asTheyStand, type EventFacts } from "./event-history.js";
import type { RequestRow } from "./request.entity.js";
import { UNCONFIRMED } from "./request.facts.js";
import { RECEIPT_CHANNELS } from "./request.terms.js";

/** Events that influence the clock; others only record what was done. */
const CLOCK_ACTIONS: readonly string[] = [
  "askCorrection",
  "recordCorrection",
  "consultThirdParty",
  "consultAgency",
  "recordThirdPartyReply",
  "recordAgencyReply",
  "askReasons",
  "recordReasons",
  "noticeFee",
  "recordFeePaid",
  "extendRequest",
  "decideRequest",
  "serveRequest",
  "withdrawRequest",
  "lapseRequest",
] satisfies readonly ClockEvent["action"][];

const isClockEvent = (event: EventFacts): event is EventFacts & ClockEvent =>
  CLOCK_ACTIONS.includes(event.action);

const TELLING: readonly string[] = ["recordArrival", "withdrawStep", "correctStep", "reopenRequest"];

/** True also for events that change such an event. */
export const movesClock = (event: EventFacts): boolean =>
  isClockEvent(event) || TELLING.includes(event.action);

/** Settings that influence the clock: the conventions, and the days of the place. */
export const CONVENTIONS = [
  "clock.pausedDays",
  "clock.restartAfterPayment",
  "clock.reasonsPause",
  "clock.extensionAfterRestart",
  "clock.receiptOnDayOff",
  "calendar.days",
  "requests.confirmDays",
] as const satisfies readonly (keyof Settings)[];
export type ClockSettings = Pick<Settings, (typeof CONVENTIONS)[number]>;

/** Terms of the clock. */
export interface ClockTerms {
  readonly today: CalendarDate;
  /** The national calendar; the days of the place are in the settings. */
  readonly calendar: WorkingCalendar;
  readonly settings: ClockSettings;
}

type Receipt = Pick<RequestRow, "state" | "receivedOn" | "receiptChannel">;

/** The clock of one request out of its events, oldest first. */
export const clockOf = (
  request: Receipt,
  events: readonly EventFacts[],
  { today, calendar, settings }: ClockTerms,
): Clock => {
  const here = calendar.at(settings["calendar.days"]);
  return reckonClock({
    receivedOn: wasReceived(request, events) ? startOf(request, here, settings) : null,
    events: asTheyStand(events).filter(isClockEvent),
    today,
    calendar: here,
    conventions: settings,
  });
};

/** The day after which the period runs: for a request that came in on a day off, that day or the next working day. */
function startOf(
  { receiptChannel, receivedOn }: Receipt,
  calendar: WorkingCalendar,
  { "clock.receiptOnDayOff": dayOff }: ClockSettings,
): CalendarDate {
  const waits = dayOff === "NEXT_WORKING_DAY" && RECEIPT_CHANNELS[receiptChannel].atAnyHour;
  return waits ? calendar.orNextWorkingDay(receivedOn) : receivedOn;
}

/** A request withdrawn before its receipt was confirmed does not count as received. */
export function wasReceived({ state }: Receipt, events: readonly EventFacts[]): boolean {
  if (state === "REGISTERED") return false;
  const unconfirmed = events.some(
    ({ action, details }) => action === "receiveRequest" && details.unconfirmed,
  );
  return !unconfirmed || events.some(({ action }) => action === "confirmReceipt");
}

/**
 * Last day for both sides to confirm (条例 §31): some working days after arrival, for an ordinary letter the same
 * day (国办公开办函〔2015〕207号); null if there is nothing to confirm.
 */
export function confirmBy(
  { receiptChannel, arrivedOn }: Pick<RequestRow, "receiptChannel" | "arrivedOn">,
  { calendar, settings }: Omit<ClockTerms, "today">,
): CalendarDate | null {
  const { confirmed, atAnyHour } = RECEIPT_CHANNELS[receiptChannel];
  if (!confirmed) return null;
  const here = calendar.at(settings["calendar.days"]);
  const days = atAnyHour ? settings["requests.confirmDays"] : 0;
  return days === 0 ? here.orNextWorkingDay(arrivedOn) : here.after(arrivedOn, days);
}

/** Next due date, stored on the row for lists: the answer or, before the receipt is confirmed, the confirmation. */
export const keptOf = (
  request: RequestRow,
  { dueOn, provisional }: Clock,
  terms: ClockTerms,
): Pick<RequestRow, "dueOn" | "provisional"> => ({
  dueOn: UNCONFIRMED.holds(request) ? confirmBy(request, terms) : dueOn,
  provisional,
});
