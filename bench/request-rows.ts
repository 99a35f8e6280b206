import { randomFor, type Random } from "../src/kernel/random.js";
import { addDays, yearOf, type CalendarDate } from "../src/kernel/calendar-date.js";
import type { WorkingCalendar } from "../src/kernel/working-calendar.js";
import { REQUEST_OUTCOMES, type RequestOutcome } from "../src/ledgers/requests/index.js";
import {
  type EventFacts,
  clockOf,
  type RequestEventRow,
  type RequestRow,
} from "../src/ledgers/requests/api.js";
import { DEFAULT_SETTINGS } from "../src/settings/api.js";
import type { UnitRow } from "../src/units/index.js";
import { newId } from "../src/platform/db/index.js";

export interface Today {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
}

export const REQUESTS_OF_A_UNIT = 500;
/** So many are open when the bench runs, whenever that is. */
const OPEN = { least: 5, most: 10 };
const FIRST_DAY = "2023-01-01";
const DAYS = 3 * 365 + 1;

const OUTCOMES = {
  GRANTED: 45,
  PARTIAL: 12,
  DENIED_THIRD_PARTY: 3,
  DENIED_INTERNAL_AFFAIRS: 2,
  DENIED_PROCESS: 3,
  DENIED_QUERY_MATTER: 3,
  UNABLE_NOT_HELD: 20,
  UNABLE_NEEDS_CREATION: 4,
  REFUSED_PETITION: 3,
  REFUSED_REPEAT: 3,
  OTHER_NO_CORRECTION: 1,
  OTHER_MISC: 1,
} as const satisfies Partial<Record<RequestOutcome, number>>;
const KINDS = { NATURAL_PERSON: 85, ENTERPRISE: 8, RESEARCH: 1, LEGAL_SERVICE: 4, OTHER_ORGANIZATION: 2 };
const CHANNELS = { ONLINE: 60, POST_SIGNED: 25, IN_PERSON: 12, FAX: 3 };

/** What happened to one request; the rest of its row follows from this. */
type Course = Pick<
  RequestRow,
  "receivedOn" | "state" | "outcome" | "decidedOn" | "servedOn" | "dueOn" | "usedDays"
> & { readonly steps: readonly EventFacts[] };

/** 500 requests of one unit with their events: received in 2023 to 2025 and over, but for those of the last weeks. */
export function requestRows(
  unit: UnitRow,
  now: Today,
): { requests: RequestRow[]; events: RequestEventRow[] } {
  const random = randomFor(unit.code, "requests");
  const open = random.between(OPEN.least, OPEN.most);
  const courses = Array.from({ length: REQUESTS_OF_A_UNIT }, (_, i) =>
    i < open ? openCourse(random, now) : closedCourse(random, now),
  ).sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const given = new Map<number, number>();
  const requests: RequestRow[] = [];
  const events: RequestEventRow[] = [];
  for (const course of courses) {
    const year = yearOf(course.receivedOn);
    const number = (given.get(year) ?? 0) + 1;
    given.set(year, number);
    const request = requestRow(unit, random, course, `${year}-${String(number).padStart(4, "0")}`);
    requests.push(request);
    events.push(...eventRows(request, course));
  }
  return { requests, events };
}

const step = (action: string, onDate: CalendarDate, details: EventFacts["details"] = {}): EventFacts => ({
  action,
  onDate,
  details,
});
const extension = (onDate: CalendarDate): EventFacts =>
  step("extendRequest", onDate, { days: 20, approver: "政务公开办负责人", toldOn: onDate });

/** Mostly within its period, some after an extension, some late; the dates are the calendar's. */
function closedCourse(random: Random, { calendar }: Today): Course {
  const receivedOn = addDays(FIRST_DAY, random.between(0, DAYS - 1));
  const slow = random.chance(0.06);
  const usedDays = slow ? random.between(21, 45) : random.between(2, 20);
  const extended = slow && random.chance(0.7);
  const decidedOn = calendar.after(receivedOn, usedDays);
  const withdrawn = random.chance(0.03);
  const servedOn = withdrawn ? null : calendar.after(decidedOn, random.between(1, 2));
  return {
    receivedOn,
    state: withdrawn ? "WITHDRAWN" : "SERVED",
    outcome: withdrawn ? "OTHER_MISC" : random.weighted(OUTCOMES),
    decidedOn,
    servedOn,
    dueOn: calendar.after(receivedOn, extended ? 40 : 20),
    usedDays,
    steps: [
      ...(extended ? [extension(calendar.after(receivedOn, 15))] : []),
      step(withdrawn ? "withdrawRequest" : "decideRequest", decidedOn),
      ...(servedOn === null ? [] : [step("serveRequest", servedOn, { method: "POST" })]),
    ],
  };
}

/** Received in the last weeks: some overdue by now, some due soon. */
function openCourse(random: Random, { today, calendar }: Today): Course {
  const age = random.between(2, 42);
  const receivedOn = addDays(today, -age);
  const { state, steps } = openSteps(random, receivedOn, age);
  const terms = { today, calendar, settings: DEFAULT_SETTINGS };
  const { dueOn } = clockOf({ state, receivedOn, receiptChannel: "IN_PERSON" }, steps, terms);
  return { receivedOn, state, outcome: null, decidedOn: null, servedOn: null, dueOn, usedDays: 0, steps };
}

function openSteps(
  random: Random,
  receivedOn: CalendarDate,
  age: number,
): { readonly state: RequestRow["state"]; readonly steps: readonly EventFacts[] } {
  const later = (days: number): CalendarDate => addDays(receivedOn, days);
  const way = random.weighted({ plain: 60, extended: 15, consulted: 15, corrected: 10 });
  if (way === "extended" && age > 14) return { state: "IN_PROGRESS", steps: [extension(later(14))] };
  if (way === "consulted" && age > 12)
    return {
      state: "IN_PROGRESS",
      steps: [step("consultThirdParty", later(3)), step("recordThirdPartyReply", later(11))],
    };
  if (way === "corrected" && age < 20)
    return {
      state: "AWAITING_CORRECTION",
      steps: [step("askCorrection", later(1), { deadline: later(30) })],
    };
  return { state: "RECEIVED", steps: [] };
}

function requestRow(unit: UnitRow, random: Random, course: Course, number: string): RequestRow {
  const { steps, receivedOn, ...rest } = course;
  return {
    ...rest,
    id: newId(),
    unitId: unit.id,
    number,
    subject: `申请公开${unit.shortName}第${number}号事项的批复文件及附图`,
    applicantKind: random.weighted(KINDS),
    receiptChannel: random.weighted(CHANNELS),
    arrivedOn: receivedOn,
    receivedOn,
    countedOn: receivedOn,
    splitFromId: null,
    decisionArrivedOn: null,
    termsId: null,
    article: course.outcome && REQUEST_OUTCOMES[course.outcome].article,
    documentNumber: null,
    provisional: false,
    revision: steps.length + 1,
    createdAt: `${receivedOn}T02:00:00.000Z`,
  };
}

const eventRows = ({ id, unitId, receivedOn }: RequestRow, { steps }: Course): RequestEventRow[] =>
  [step("receiveRequest", receivedOn), ...steps].map((facts, i) => ({
    ...facts,
    unitId,
    requestId: id,
    revision: i + 1,
    at: `${facts.onDate}T02:00:00.000Z`,
    actorId: "clerk-of-bench-0",
    actor: "样本·经办人",
    note: null,
  }));
