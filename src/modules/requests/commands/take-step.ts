import { authorize, signedIn, type Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { Refusal, type Problem } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { noteProblems, staleRecord, stepRefused, type LedgerServices } from "../../ledger/index.js";
import { settingsOf } from "../../settings/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { clockOf, keptOf, type ClockTerms } from "../request-clock.js";
import type { RequestEventRow } from "../request.entity.js";
import { changeRequest, eventsOf, insertEvents, requestById } from "../request.store.js";
import { REQUEST_STATES, type RequestState } from "../request.terms.js";
import { openSteps, permissionTo, REQUEST_WORKFLOW, type RequestVerb } from "../request.workflow.js";
import { dayProblems, type StepFrame, type StepInput, type StepRule } from "../step.js";
import { STEP_RULES, type StepInputs, type StepVerb } from "./step-rules.js";

export interface Taken {
  readonly id: string;
}

/** A request that a step is about to be taken on, by somebody who may. */
export interface Opened extends StepFrame {
  readonly unit: UnitRow;
  readonly to: RequestState;
  readonly terms: ClockTerms;
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
  refuse([
    ...dayProblems(opened),
    ...noteProblems(input.note, ["input", "note"]),
    ...(rule.problems?.(opened, input) ?? []),
  ]);
  const { request, events, terms, unit } = opened;
  const clock = clockOf(request, events, { ...terms, today: opened.on });
  refuse(rule.forbids?.({ ...opened, clock }, input) ?? []);

  const note = [rule.says?.(input), input.note].filter(Boolean).join("\n") || null;
  const event = eventOf(opened, viewer, verb, note, rule.details?.(input));
  const changes = { ...rule.changes?.(opened, input), state: opened.to };
  const reckoned = clockOf({ ...request, ...changes }, [...events, event], terms);
  await changeRequest(session, request, {
    ...changes,
    ...keptOf(reckoned),
    ...(changes.decidedOn !== undefined && { usedDays: reckoned.workingDaysUsed }),
  });
  await insertEvents(session, unit, event);
  // It counts from the same day or, once its receipt is confirmed, from a later one.
  await services.onChange(session, unit, yearOf(request.countedOn));
  return { id: request.id };
}

/** NOT_FOUND, STALE_REVISION, TRANSITION_REFUSED, or the request as the step finds it. */
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
  const permission = permissionTo(verb);
  const unit = authorize(viewer, permission, found ?? null);
  const { expectedRevision } = input;
  if (expectedRevision != null && expectedRevision !== request.revision) throw staleRecord(request.revision);
  const { state } = request;
  const step = REQUEST_WORKFLOW.step(verb, state, new Set([permission]));
  if (!step) throw stepRefused(["input"], state, REQUEST_STATES[state], openSteps(state));
  const now = clock.now();
  const today = dateInShanghai(now);
  const settings = (await settingsOf(session))(unit);
  const events = await eventsOf(session, [request.id]);
  const terms = { today, calendar, settings };
  return { request, events, unit, on: input.on ?? today, now, calendar, to: step.to, terms };
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
): Omit<RequestEventRow, "id"> {
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
