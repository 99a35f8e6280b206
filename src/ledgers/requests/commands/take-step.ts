import type { Call } from "../../../access/index.js";
import { refuse, type Problem } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { noteProblems, type StepServices } from "../../../records/index.js";
import { clockOf } from "../request-clock.js";
import type { RequestEventRow, RequestRow } from "../request.entity.js";
import {
  asTheyStand,
  brokenStep,
  completes,
  noRoomFor,
  standingAfter,
  stepsBy,
  tooEarlyFor,
  untimely,
} from "../standing.js";
import { dayProblems, type Step, type StepInput } from "../step.js";
import type { Fields, InputOf } from "../step-input.js";
import { stepOf, STEPS, type RequestVerb } from "../steps/index.js";
import {
  eventOf,
  openRequest,
  refusedStep,
  refuseUnlessOpen,
  store,
  type Opened,
  type Stored,
} from "./open-request.js";

type FieldsOf<V extends RequestVerb> = (typeof STEPS)[V]["fields"];
export type InputTo<V extends RequestVerb> = InputOf<FieldsOf<V>> & StepInput;

/** The steps that change another one. */
export type ChangeVerb = {
  [V in RequestVerb]: (typeof STEPS)[V] extends { readonly changesAnother: string } ? V : never;
}[RequestVerb];
export const isChange = (verb: RequestVerb): verb is ChangeVerb =>
  (STEPS[verb] as Pick<Step, "changesAnother">).changesAnother !== undefined;

/** The steps of the process: all others but those with a command of their own. */
export type StepVerb = Exclude<RequestVerb, ChangeVerb | "splitRequest" | "amendRequest">;

/** What stands against a request's dates outside its own ledger: a case that contests it. */
export type DatesCheck = (session: Session, request: RequestRow) => Promise<readonly Problem[]>;

export interface DatedServices extends StepServices {
  readonly datesCheck: DatesCheck;
}

/** Takes one step of a request: the gate, its rule, the clock, the row, the event. */
export async function takeStep<V extends StepVerb>(
  call: Call,
  verb: V,
  input: InputTo<V>,
  services: StepServices,
): Promise<Stored> {
  const rule = STEPS[verb] as unknown as Step<Fields>;
  const given = input as InputOf<Fields> & StepInput;
  const opened = await openRequest(call, verb, given, services);
  const misplaced = placeProblems(opened, verb);
  const days = dayProblems(opened);
  refuse([
    ...(days.length > 0 ? days : misplaced),
    ...noteProblems(given.note, ["input", "note"]),
    ...(rule.problems?.(opened, given) ?? []),
  ]);
  const { request, steps, basis, on } = opened;
  const clock = clockOf(request, stepsBy(steps, on), { ...basis, today: on });
  const frame = { ...opened, clock };
  refuse(rule.forbids?.(frame, given) ?? []);
  const note = [rule.says?.(given), given.note].filter(Boolean).join("\n") || null;
  const event = eventOf(call, opened, verb, { note, details: rule.details?.(given, opened) ?? {} });
  return store(call, opened, { event, changes: rule.changes?.(frame, given) ?? {} }, services);
}

/**
 * A step may be entered late: it takes its place among the others by its day, as long as every one of them still
 * follows from those before it.
 */
function placeProblems({ steps, on, standing, standingThen }: Opened, verb: RequestVerb): Problem[] {
  const path = ["input", "on"];
  const { gate } = STEPS[verb];
  const before = stepsBy(steps, on);
  const later = steps.filter((one) => !before.includes(one));
  const fits = gate(standingThen) === null;
  const broken = fits ? brokenStep([...before, { action: verb, onDate: on, details: {} }, ...later]) : null;
  if (fits && broken === null) return [];
  if (gate(standing)) throw refusedStep({ standing });
  if (broken) return [noRoomFor(broken, path)];
  const last = later.find((_, at) => !gate(standingAfter([...before, ...later.slice(0, at + 1)])));
  return last ? [tooEarlyFor(last, path)] : [];
}

/** Takes a step that changes another one, where all others still follow from those before them. */
export async function changeStep(
  call: Call,
  verb: ChangeVerb,
  input: InputOf<Fields> & StepInput,
  services: DatedServices,
): Promise<Stored> {
  const rule = STEPS[verb] as unknown as Step<Fields>;
  const day = rule.changesAnother === "today" ? null : input.on;
  const opened = await openRequest(call, verb, { ...input, on: day ?? null }, services);
  refuseUnlessOpen(opened, verb);
  refuse(rule.problems?.(opened, input) ?? []);
  const details = rule.details?.(input, opened) ?? {};
  const event = eventOf(call, opened, verb, { note: rule.says?.(input) ?? null, details });
  const { request, events } = opened;
  const after = asTheyStand([...events, event]);
  const broken = brokenStep(after) ?? untimely(after);
  if (broken) refuse([noRoomFor(broken, ["input", "step"])]);
  refuse(endProblems(opened, after));
  const changes = rowAfter(request, after);
  refuse(await services.datesCheck(call.session, { ...request, ...changes }));
  return store(call, opened, { event, changes }, services);
}

/** What the law has against the decision or the lapse as it was taken, with the other steps as they are now. */
function endProblems(opened: Opened, steps: readonly RequestEventRow[]): Problem[] {
  const end = steps.findLast(completes);
  const rule = end && stepOf(end.action);
  if (!end || !rule?.forbids) return [];
  const { request, basis } = opened;
  const on = end.onDate;
  const before = stepsBy(steps, on).filter((one) => one !== end);
  const clock = clockOf(request, before, { ...basis, today: on });
  const forbidden = rule.forbids({ ...opened, steps: before, on, clock }, request as never);
  return forbidden.map((problem) => ({ ...problem, path: ["input", "step"] }));
}

/** What of a row its steps decide. */
function rowAfter(request: RequestRow, steps: readonly RequestEventRow[]): Partial<RequestRow> {
  const end = steps.findLast(completes);
  const served = steps.findLast(({ action }) => stepOf(action)?.phase === "SERVED");
  const registered = standingAfter(steps).phase === "REGISTERED";
  return {
    ...(registered && { receivedOn: request.arrivedOn, countedOn: request.arrivedOn }),
    decidedOn: end?.onDate ?? null,
    servedOn: served?.onDate ?? null,
    ...(!end && { outcome: null, article: null, documentNumber: null }),
  };
}
