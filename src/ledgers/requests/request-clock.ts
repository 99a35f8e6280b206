import { createHash } from "node:crypto";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import { isDuplicate, type Session } from "../../platform/db/index.js";
import type { Settings } from "../../settings/index.js";
import type { Clock } from "./clock/clock.js";
import { clockFrom } from "./clock/statutory-clock.js";
import { RECKONING_TERMS, type RequestRow } from "./request.entity.js";
import { UNCONFIRMED } from "./request.facts.js";
import { RECEIPT_CHANNELS } from "./request.terms.js";
import { asTheyStand } from "./standing.js";
import type { EventFacts } from "./step.js";
import { stepOf } from "./steps/index.js";

/** The settings that a request's clock depends on: the conventions, and the days of the place. */
const CONVENTIONS = [
  "clock.pausedDays",
  "clock.restartAfterPayment",
  "clock.reasonsPause",
  "clock.extensionAfterRestart",
  "clock.receiptOnDayOff",
  "calendar.days",
  "requests.confirmDays",
] as const satisfies readonly (keyof Settings)[];
export type ClockSettings = Pick<Settings, (typeof CONVENTIONS)[number]>;

/** What a request's clock is calculated with. */
export interface Basis {
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
  { today, calendar, settings }: Basis,
): Clock => {
  const here = calendar.at(settings["calendar.days"]);
  return clockFrom({
    receivedOn: wasReceived(request, events) ? startOf(request, here, settings) : null,
    events: asTheyStand(events).flatMap((event) => {
      const { clock: effect } = stepOf(event.action) ?? {};
      return effect ? [{ ...event, effect }] : [];
    }),
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
  { calendar, settings }: Omit<Basis, "today">,
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
  basis: Basis,
): Pick<RequestRow, "dueOn" | "provisional"> => ({
  dueOn: UNCONFIRMED.holds(request) ? confirmBy(request, basis) : dueOn,
  provisional,
});

/** The calendar and conventions of a decided case: its clock keeps to those of the day of the decision. */
export type KeptBasis = Omit<Basis, "today">;

const ID_LENGTH = 16;
/** A calendar takes some milliseconds to make. */
const MOST_KEPT = 20;
const made = new Map<string, KeptBasis>();

function bodyOf({ calendar, settings }: KeptBasis): string {
  const { holidays, makeUpDays, firstYear, lastYear } = calendar.announced;
  const announced = {
    holidays: [...holidays].sort(),
    makeUpDays: [...makeUpDays].sort(),
    firstYear,
    lastYear,
  };
  const conventions = Object.fromEntries(CONVENTIONS.map((key) => [key, settings[key]]));
  return JSON.stringify({ announced, conventions });
}

function basisIn(id: string, body: string): KeptBasis {
  const known = made.get(id);
  if (known) return known;
  const { announced, conventions } = JSON.parse(body) as {
    readonly announced: { holidays: string[]; makeUpDays: string[]; firstYear: number; lastYear: number };
    readonly conventions: ClockSettings;
  };
  const { holidays, makeUpDays, ...years } = announced;
  const calendar = new WorkingCalendar({
    ...years,
    holidays: new Set(holidays),
    makeUpDays: new Set(makeUpDays),
  });
  const basis = { calendar, settings: conventions };
  const [oldest] = made.keys();
  if (made.size >= MOST_KEPT && oldest !== undefined) made.delete(oldest);
  made.set(id, basis);
  return basis;
}

/** Ids that a server has found stored, by its calendar: such a row never changes and is never deleted. */
const stored = new WeakMap<WorkingCalendar, Set<string>>();

/** Keeps a calendar with conventions, once for all cases that share them. Its id. */
export async function keepBasis(session: Session, basis: KeptBasis, now: Date): Promise<string> {
  const body = bodyOf(basis);
  const id = createHash("sha256").update(body).digest("base64url").slice(0, ID_LENGTH);
  const known = stored.get(basis.calendar) ?? new Set();
  if (known.has(id)) return id;
  const createdAt = now.toISOString();
  const found = await session.rows(RECKONING_TERMS).one({ id });
  // A row of this call may still be undone with it.
  if (found && found.createdAt !== createdAt) stored.set(basis.calendar, known.add(id));
  if (found) return id;
  try {
    await session.rows(RECKONING_TERMS).insert({ id, body, createdAt });
  } catch (error) {
    // Somebody else kept the very same at this moment.
    if (!isDuplicate(error)) throw error;
  }
  return id;
}

/** Those of several cases, by their ids. One statement. */
export async function keptBasis(
  session: Session,
  requests: readonly Pick<RequestRow, "termsId">[],
): Promise<(request: Pick<RequestRow, "termsId">) => KeptBasis | null> {
  const ids = [...new Set(requests.flatMap(({ termsId }) => termsId ?? []))];
  const rows = ids.length === 0 ? [] : await session.rows(RECKONING_TERMS).find({ id: ids });
  const terms = new Map(rows.map(({ id, body }) => [id, basisIn(id, body)]));
  return ({ termsId }) => (termsId === null ? null : (terms.get(termsId) ?? null));
}
