import { authorize, signedIn, type Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { Refusal, type Problem } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { noteProblems, staleRecord, stepRefused, type LedgerServices } from "../../../records/index.js";
import { settingsOf } from "../../../settings/index.js";
import { unitsByIds, type UnitRow } from "../../../units/index.js";
import { keepTerms, keptTerms } from "../reckoning-terms.js";
import { clockOf, keptOf, type ClockTerms } from "../request-clock.js";
import { asTheyStand } from "../event-history.js";
import type { RequestEventRow, RequestRow } from "../request.entity.js";
import { changeRequest, eventsOf, insertEvents, requestById } from "../request.store.js";
import { REQUEST_STATES } from "../request.terms.js";
import { openSteps, REQUEST_STEPS, type RequestVerb } from "../request.workflow.js";
import { decisionArrival, standingAfter, stateOf, type Standing } from "../standing.js";
import {
  brokenStep,
  dayProblems,
  noRoomFor,
  tooEarlyFor,
  stepsBy,
  type StepFrame,
  type StepInput,
  type StepRule,
} from "../step.js";
import { STEP_RULES, type StepInputs, type StepVerb } from "./step-rules.js";

export interface Taken {
  readonly id: string;
}

/** A request that a step is about to be taken on, by somebody who may. */
export interface Opened extends StepFrame {
  readonly unit: UnitRow;
  /** Terms of the clock; for a decided case those of its decision. */
  readonly terms: ClockTerms;
  /** Of today. */
  readonly present: ClockTerms;
}

/** Takes one step of a request: the workflow, its rule, the clock, the row, the event. */
export async function takeStep<V extends StepVerb>(
  session: Session,
  viewer: Viewer,
  verb: V,
  input: StepInputs[V],
  services: LedgerServices,
): Promise<Taken> {
  const rule: StepRule<StepInputs[V]> = STEP_RULES[verb];
  const opened = await openRequest(session, viewer, verb, input, services);
  const misplaced = placeProblems(opened, verb);
  const days = dayProblems(opened);
  refuse([
    ...(days.length > 0 ? days : misplaced),
    ...noteProblems(input.note, ["input", "note"]),
    ...(rule.problems?.(opened, input) ?? []),
  ]);
  const { request, steps, terms, on } = opened;
  const before = stepsBy(steps, on);
  const clock = clockOf(request, before, { ...terms, today: on });
  const frame = { ...opened, clock };
  refuse(rule.forbids?.(frame, input) ?? []);

  const note = [rule.says?.(input), input.note].filter(Boolean).join("\n") || null;
  const event = eventOf(opened, viewer, verb, note, rule.details?.(input, opened));
  return store(session, opened, event, rule.changes?.(frame, input) ?? {}, services);
}

/** Writes an event down, with what the row is by it: its state, its due date, what it took. */
export async function store(
  session: Session,
  { request, events, unit, terms, present, now }: Opened,
  event: RequestEventRow,
  changes: Partial<RequestRow>,
  { onChange }: Pick<LedgerServices, "onChange">,
): Promise<Taken> {
  const history = [...events, event];
  const steps = asTheyStand(history);
  const derived = { state: stateOf(standingAfter(steps)), decisionArrivedOn: decisionArrival(steps) };
  const after: RequestRow = { ...request, ...changes, ...derived };
  // From its decision on, a case keeps its terms.
  const inForce = after.decidedOn === null ? present : terms;
  const termsId =
    after.decidedOn === null ? null : (request.termsId ?? (await keepTerms(session, present, now)));
  const reckoned = clockOf(after, history, inForce);
  await changeRequest(session, request, {
    ...changes,
    ...derived,
    termsId,
    ...keptOf(after, reckoned, inForce),
    usedDays: after.decidedOn === null ? 0 : reckoned.workingDaysUsed,
  });
  const decidedNow = request.termsId === null && termsId !== null;
  const reckonedBy = { dueOn: reckoned.dueOn, termsId };
  insertEvents(session, unit, {
    ...event,
    details: decidedNow ? { ...event.details, ...reckonedBy } : event.details,
  });
  const since = [request.countedOn, after.countedOn, request.decidedOn, after.decidedOn];
  await onChange(session, unit, Math.min(...since.flatMap((day) => (day === null ? [] : yearOf(day)))));
  return { id: request.id };
}

/**
 * A step may be entered late: it takes its place among the others by its day, as long as every one of them still
 * follows from those before it.
 */
function placeProblems({ steps, on }: Opened, verb: RequestVerb): Problem[] {
  const path = ["input", "on"];
  const { open } = REQUEST_STEPS[verb];
  const before = stepsBy(steps, on);
  const later = steps.filter((one) => !before.includes(one));
  const fits = open(standingAfter(before));
  const broken = fits ? brokenStep([...before, { action: verb, onDate: on, details: {} }, ...later]) : null;
  if (fits && broken === null) return [];
  if (!open(standingAfter(steps))) throw refusedStep(standingAfter(steps));
  if (broken) return [noRoomFor(broken, path)];
  const last = later.find((_, at) => open(standingAfter([...before, ...later.slice(0, at + 1)])));
  return last ? [tooEarlyFor(last, path)] : [];
}

const refusedStep = (standing: Standing): Refusal => {
  const state = stateOf(standing);
  return stepRefused(["input"], state, REQUEST_STATES[state], openSteps(standing));
};

/** For what is not of the process and has no place by its day. */
export function refuseUnlessOpen({ steps }: Opened, verb: RequestVerb): void {
  const standing = standingAfter(steps);
  if (!REQUEST_STEPS[verb].open(standing)) throw refusedStep(standing);
}

/** NOT_FOUND, FORBIDDEN, STALE_REVISION, or the request as the step finds it. */
export async function openRequest(
  session: Session,
  viewer: Viewer,
  verb: RequestVerb,
  input: StepInput,
  { clock, calendar }: LedgerServices,
): Promise<Opened> {
  const request = await requestById(session, input.requestId);
  if (!request) throw notFound();
  const [found] = await unitsByIds(session, [request.unitId]);
  const unit = authorize(viewer, REQUEST_STEPS[verb].permission, found ?? null);
  const { expectedRevision } = input;
  if (expectedRevision != null && expectedRevision !== request.revision) throw staleRecord(request.revision);
  const now = clock.now();
  const today = dateInShanghai(now);
  const settings = (await settingsOf(session))(unit);
  const events = await eventsOf(session, [request.id]);
  const steps = asTheyStand(events);
  const present = { today, calendar, settings };
  const kept = (await keptTerms(session, [request]))(request);
  const terms = kept ? { ...kept, today } : present;
  return { request, events, steps, unit, on: input.on ?? today, now, calendar, terms, present };
}

export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(...problems);
}

export function eventOf(
  { request, on, now }: StepFrame,
  viewer: Viewer,
  action: RequestVerb,
  note: string | null,
  details: Readonly<Record<string, unknown>> = {},
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
