import type { Viewer } from "../../../access/index.js";
import type { CalendarDate } from "../../../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, reasonProblems } from "../../../records/index.js";
import { correctionProblems, type Correction } from "../correction.js";
import { asTheyStand, completes } from "../event-history.js";
import type { RequestEventRow, RequestRow } from "../request.entity.js";
import { isMendable, openNotices, standingAfter, untimely } from "../standing.js";
import { brokenStep, dayProblems, laterDayProblems, noRoomFor, type StepInput } from "../step.js";
import { isNotice } from "../waits.data.js";
import type { AmendServices } from "./amend-request.js";
import {
  eventOf,
  openRequest,
  refuse,
  refuseUnlessOpen,
  store,
  type Opened,
  type Taken,
} from "./take-step.js";

interface MendStep extends StepInput {
  /** The step, by the revision that it made. */
  readonly step: number;
  readonly reason: string;
}

export interface WithdrawStep extends MendStep {
  /** It never happened: a notice was not waited for either. */
  readonly recordedInError?: boolean | null;
}

export interface CorrectStep extends MendStep, Correction {}

export interface ReopenRequest extends StepInput {
  readonly reason: string;
  /** By when the correction is to come now. */
  readonly deadline?: CalendarDate | null;
}

/**
 * 撤回: takes a step back, with the reason. A notice that went out is waited for up to that day and no longer, and the days
 * stay as they were; whatever else, and what was recorded in error, is as if it had not been.
 */
export async function withdrawStep(
  session: Session,
  viewer: Viewer,
  input: WithdrawStep,
  services: AmendServices,
): Promise<Taken> {
  const opened = await openRequest(session, viewer, "withdrawStep", input, services);
  refuseUnlessOpen(opened, "withdrawStep");
  const { step, reason, recordedInError } = input;
  const taken = stepOf(opened, step);
  refuse([
    ...reasonProblems(reason, ["input", "reason"]),
    ...(taken ? withdrawalProblems(opened, taken, recordedInError === true) : [noSuchStep(opened)]),
  ]);
  const details = { step, ...(recordedInError && { recordedInError }) };
  return mend(session, opened, eventOf(opened, viewer, "withdrawStep", reason, details), services);
}

/** 更正: another day or another particular of a step, with the reason. */
export async function correctStep(
  session: Session,
  viewer: Viewer,
  input: CorrectStep,
  services: AmendServices,
): Promise<Taken> {
  // `on` is the step's own day here, not that of its correction.
  const { on, ...rest } = input;
  const opened = await openRequest(session, viewer, "correctStep", rest, services);
  refuseUnlessOpen(opened, "correctStep");
  const taken = stepOf(opened, input.step);
  const { problems, corrected } = taken
    ? correctionProblems(taken, input, { ...opened, on: on ?? taken.onDate })
    : { problems: [noSuchStep(opened)], corrected: {} };
  refuse([
    ...reasonProblems(input.reason, ["input", "reason"]),
    ...(on == null ? [] : dayProblems({ ...opened, on })),
    ...problems,
  ]);
  const details = { step: input.step, on: on ?? null, corrected };
  return mend(session, opened, eventOf(opened, viewer, "correctStep", input.reason, details), services);
}

/** 恢复办理 (条例 §30: 正当理由): what had lapsed waits for the correction or the payment again. */
export async function reopenRequest(
  session: Session,
  viewer: Viewer,
  input: ReopenRequest,
  services: AmendServices,
): Promise<Taken> {
  const opened = await openRequest(session, viewer, "reopenRequest", input, services);
  refuseUnlessOpen(opened, "reopenRequest");
  const { steps } = opened;
  const lapse = steps.findLast(completes);
  const [waited] = openNotices(standingAfter(steps), "askCorrection");
  const { deadline, reason } = input;
  const basis = text("条例第三十条：合理的补正期限", "条例 §30: a reasonable period");
  const path = ["input", "deadline"];
  refuse([
    ...reasonProblems(reason, ["input", "reason"]),
    ...dateProblems(opened.on, ["input", "on"], {
      ...opened,
      notBefore: lapse ? { date: lapse.onDate, what: text("终结日期", "the day it lapsed") } : null,
    }),
    ...(deadline == null ? [] : laterDayProblems(deadline, path, opened, basis)),
    ...(deadline != null && !waited ? [NOTHING_TO_CORRECT] : []),
  ]);
  const details = { step: lapse?.revision, ...(deadline && { letter: waited?.step, deadline }) };
  return mend(session, opened, eventOf(opened, viewer, "reopenRequest", reason, details), services);
}

const NOTHING_TO_CORRECT = invalidInput(
  ["input", "deadline"],
  text(
    "并非因逾期不补正而终结，没有补正期限",
    "It did not lapse for want of a correction: there is no deadline",
  ),
);

const stepOf = ({ steps, events }: Opened, step: number): RequestEventRow | undefined =>
  steps.find(({ action, revision }) => revision === step && isMendable(action)) ??
  events.find(({ action, revision }) => revision === step && action === "recordArrival");

const noSuchStep = ({ steps }: Opened): Problem => {
  const list = steps
    .filter(({ action }) => isMendable(action))
    .map(({ revision }) => revision)
    .join(", ");
  return invalidInput(
    ["input", "step"],
    text(
      `没有这一步，或者它不能撤回、更正；可以的有：${list}`,
      `No such step, or it cannot be corrected; correctable steps: ${list}`,
    ),
  );
};

function withdrawalProblems(opened: Opened, taken: RequestEventRow, inError: boolean): Problem[] {
  const { on, steps } = opened;
  const path = ["input", "step"];
  const early = dateProblems(on, ["input", "on"], {
    ...opened,
    notBefore: { date: taken.onDate, what: text("这一步的日期", "the day of the step") },
  });
  if (early.length > 0 || !isNotice(taken.action) || inError) return early;
  const { withdrawnOn } = taken.details;
  if (typeof withdrawnOn === "string")
    return [invalidInput(path, text(`已于 ${withdrawnOn} 撤回`, `It was withdrawn on ${withdrawnOn}`))];
  const open = openNotices(standingAfter(steps), taken.action).some(({ step }) => step === taken.revision);
  if (open) return [];
  return [
    invalidInput(
      path,
      text("已经答复，不再等待，不能撤回", "It was answered: there is nothing left to withdraw"),
    ),
  ];
}

/** Stores it where every other step still follows from those before it. */
async function mend(
  session: Session,
  opened: Opened,
  event: RequestEventRow,
  services: AmendServices,
): Promise<Taken> {
  const { request, events } = opened;
  const after = asTheyStand([...events, event]);
  const broken = brokenStep(after) ?? untimely(after);
  if (broken) refuse([noRoomFor(broken, ["input", "step"])]);
  const changes = rowAfter(request, after);
  refuse(await services.datesCheck(session, { ...request, ...changes }));
  return store(session, opened, event, changes, services);
}

/** What of a row its steps decide. */
function rowAfter(request: RequestRow, steps: readonly RequestEventRow[]): Partial<RequestRow> {
  const end = steps.findLast(completes);
  const served = steps.findLast(({ action }) => action === "serveRequest");
  const registered = standingAfter(steps).phase === "REGISTERED";
  return {
    ...(registered && { receivedOn: request.arrivedOn, countedOn: request.arrivedOn }),
    decidedOn: end?.onDate ?? null,
    servedOn: served?.onDate ?? null,
    ...(!end && { outcome: null, article: null, documentNumber: null }),
  };
}
