import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { Settings } from "../settings/index.js";
import { reckonClock, type Clock, type ClockEvent } from "./clock/index.js";
import { asTheyStand, type EventFacts } from "./event-history.js";
import type { RequestRow } from "./request.entity.js";
import { RECEIPT_CHANNELS } from "./request.terms.js";

/** The events that move the clock; the others only tell what was done. */
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

/** Also what tells of another event that does. */
export const movesClock = (event: EventFacts): boolean =>
  isClockEvent(event) || TELLING.includes(event.action);

/** What the clocks of all requests of a unit are reckoned with. */
export interface ClockTerms {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
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

/** The day after which the period runs: of what came in on a day off, that day or the next working day. */
function startOf(
  { receiptChannel, receivedOn }: Receipt,
  calendar: WorkingCalendar,
  { "clock.receiptOnDayOff": dayOff }: Settings,
): CalendarDate {
  const waits = dayOff === "NEXT_WORKING_DAY" && RECEIPT_CHANNELS[receiptChannel].atAnyHour;
  return waits ? calendar.orNextWorkingDay(receivedOn) : receivedOn;
}

/** One that came in but was withdrawn before its receipt was confirmed never was. */
export function wasReceived({ state }: Receipt, events: readonly EventFacts[]): boolean {
  if (state === "REGISTERED") return false;
  const unconfirmed = events.some(
    ({ action, details }) => action === "receiveRequest" && details.unconfirmed,
  );
  return !unconfirmed || events.some(({ action }) => action === "confirmReceipt");
}

/** What of the clock is kept on the row, for lists. */
export const keptOf = ({ dueOn, provisional }: Clock): Pick<RequestRow, "dueOn" | "provisional"> => ({
  dueOn,
  provisional,
});
