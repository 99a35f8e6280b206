import { authorize, signedIn, type Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { transitionRefused, type Refusal } from "../../../kernel/problem.js";
import { refuseStale, type StepServices } from "../../../records/index.js";
import { settingsOf } from "../../../settings/index.js";
import { recordsWithUnits, type UnitRow } from "../../../units/index.js";
import { clockOf, keepBasis, keptBasis, keptOf, type Basis, type KeptBasis } from "../request-clock.js";
import { INFORMATION_REQUESTS, type RequestEventRow, type RequestRow } from "../request.entity.js";
import { changeRequest, eventsOf, insertEvents, requestChanges } from "../request.store.js";
import { REQUEST_STATES } from "../request.terms.js";
import { asTheyStand, decisionArrival, standingAfter, stepsBy } from "../standing.js";
import { stateOf, type StepFrame, type StepInput } from "../step.js";
import { stepOf, STEPS, VERBS, type RequestVerb } from "../steps/index.js";

/** A request as a command left it. */
export interface Stored {
  readonly request: RequestRow;
  /** By which its clock is calculated, where it was decided before or now. */
  readonly basis?: KeptBasis | null;
  /** All that was recorded of the request, by its revisions. */
  readonly steps?: readonly RequestEventRow[];
  /** Ids of the requests that were split off. */
  readonly parts?: readonly string[];
}

/** A request that a step is about to be taken on, by somebody who may. */
export interface Opened extends StepFrame {
  readonly unit: UnitRow;
  /** By which its clock is calculated: of a decided case that of its decision. */
  readonly basis: Basis;
  /** Of today. */
  readonly present: Basis;
}

/** NOT_FOUND, FORBIDDEN, STALE_REVISION, or the request as the step finds it. */
export async function openRequest(
  { session, viewer, now }: Call,
  verb: RequestVerb,
  input: StepInput,
  { calendar }: StepServices,
): Promise<Opened> {
  const [found] = await recordsWithUnits(session, INFORMATION_REQUESTS, [input.requestId]);
  if (!found) throw notFound();
  const [request] = found;
  const unit = authorize(viewer, STEPS[verb].permission, found[1]);
  refuseStale(request, input.expectedRevision);
  const today = dateInShanghai(now);
  const on = input.on ?? today;
  const settings = (await settingsOf(session))(unit);
  const events = await eventsOf(session, [request.id]);
  const steps = asTheyStand(events);
  const present = { today, calendar, settings };
  const kept = (await keptBasis(session, [request]))(request);
  const basis = kept ? { ...kept, today } : present;
  const standings = { standing: standingAfter(steps), standingThen: standingAfter(stepsBy(steps, on)) };
  return { request, events, steps, ...standings, unit, on, now, calendar, stepOf, basis, present };
}

export const refusedStep = ({ standing }: Pick<Opened, "standing">): Refusal => {
  const state = stateOf(standing);
  const open = VERBS.filter((verb) => STEPS[verb].gate(standing) === null);
  const steps = open.map((mutation) => ({ mutation, name: STEPS[mutation].name }));
  return transitionRefused(["input"], { code: state, name: REQUEST_STATES[state] }, steps);
};

/** For a step that is not of the process and has no place by its day. */
export function refuseUnlessOpen(opened: Opened, verb: RequestVerb): void {
  if (STEPS[verb].gate(opened.standing)) throw refusedStep(opened);
}

export function eventOf(
  { viewer, now }: Call,
  { request, on }: Pick<Opened, "request" | "on">,
  action: RequestVerb,
  {
    note = null,
    details = {},
  }: { readonly note?: string | null; readonly details?: RequestEventRow["details"] },
): RequestEventRow {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  return {
    unitId: request.unitId,
    requestId: request.id,
    revision: request.revision + 1,
    at: now.toISOString(),
    onDate: on,
    actorId,
    actor,
    action,
    note,
    details,
  };
}

/** Records an event, with what the row is by it: its state, its due date, the days it took. */
export async function store(
  { session }: Call,
  opened: Opened,
  { event, changes }: { readonly event: RequestEventRow; readonly changes: Partial<RequestRow> },
  { onChange }: StepServices,
): Promise<Stored> {
  const { request, events, unit, basis, present, now } = opened;
  const history = [...events, event];
  const steps = asTheyStand(history);
  const derived = { state: stateOf(standingAfter(steps)), decisionArrivedOn: decisionArrival(steps) };
  const after: RequestRow = { ...request, ...changes, ...derived };
  const decided = after.decidedOn !== null;
  // From its decision on, the clock keeps to the calendar and conventions of that day.
  const inForce = decided ? basis : present;
  const termsId = decided ? (request.termsId ?? (await keepBasis(session, present, now))) : null;
  const clock = clockOf(after, history, inForce);
  const usedDays = decided ? clock.workingDaysUsed : 0;
  const kept = keptOf(after, clock, inForce);
  const stored = await changeRequest(session, request, {
    ...changes,
    ...derived,
    termsId,
    ...kept,
    usedDays,
  });
  const decidedNow = request.termsId === null && termsId !== null;
  const details = decidedNow ? { ...event.details, dueOn: clock.dueOn, termsId } : event.details;
  const step = { ...event, details };
  insertEvents(session, unit, { ...step, ...requestChanges(request, stored) });
  await onChange(
    session,
    unit,
    firstYear(request.countedOn, after.countedOn, request.decidedOn, after.decidedOn),
  );
  return { request: stored, basis: inForce, steps: [...events, step] };
}

/** The first year whose figures may be others now. */
export const firstYear = (...days: readonly (CalendarDate | null)[]): number =>
  Math.min(...days.flatMap((day) => (day === null ? [] : yearOf(day))));
