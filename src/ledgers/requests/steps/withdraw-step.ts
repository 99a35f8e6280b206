import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { dateProblems, reasonProblems } from "../../../records/index.js";
import type { RequestEventRow } from "../request.entity.js";
import { date, flag, ON_REQUEST, REASON, whole } from "../step-input.js";
import { change, HANDLE, type Gate, type StepFrame } from "../step.js";

export const anyCorrectable: Gate = ({ correctable }) =>
  correctable ? null : text("没有可以撤回、更正的步骤", "There is no step to withdraw or to correct");

/** The step that is to be withdrawn or corrected: of the process, or a recorded arrival. */
export const changedStep = (
  { steps, events, stepOf }: StepFrame,
  number: number,
): RequestEventRow | undefined =>
  steps.find(({ action, revision }) => revision === number && isCorrectable(stepOf(action))) ??
  events.find(({ action, revision }) => revision === number && action === "recordArrival");

const isCorrectable = (found: ReturnType<StepFrame["stepOf"]>): boolean =>
  found?.clock !== undefined || found?.phase !== undefined;

export function noSuchStep({ steps, stepOf }: StepFrame): Problem {
  const list = steps
    .filter(({ action }) => isCorrectable(stepOf(action)))
    .map(({ revision }) => revision)
    .join(", ");
  return invalidInput(
    ["input", "step"],
    text(
      `没有这一步，或者它不能撤回、更正；可以的有：${list}`,
      `No such step, or none that can be withdrawn or corrected; these can: ${list}`,
    ),
  );
}

/**
 * 撤回: takes a step back, with the reason. A notice that went out is awaited up to that day and no longer, and the days
 * stay as they were; any other step, and whatever was recorded in error, is as if it had not been recorded.
 */
export const withdrawStep = change({
  ...HANDLE,
  name: text("撤回一步", "withdraw a step"),
  description:
    "撤回一步：本机关撤回自己的文书，或撤销误记的一步；文书等待到撤回之日，日期照旧计算 · Takes a step back: a notice was awaited up to that day; any other step is as if it had not been recorded",
  gate: anyCorrectable,
  fields: {
    ...ON_REQUEST,
    step: whole.required("步骤号 · Number of the step"),
    reason: REASON,
    on: date.optional("撤回日期，默认今天 · Day of the withdrawal; default: today"),
    recordedInError: flag.optional(
      "登记有误，实际没有发生：等待的日子也不再扣除 · The step never happened: days of waiting count again",
    ),
  },
  changesAnother: "on the day given",
  revises: ({ onDate, details: { step: number } }) => ({
    of: ({ revision }) => revision !== undefined && revision === number,
    becomes: ({ details }) => ({ details: { ...details, withdrawnOn: onDate } }),
  }),
  takesBack: ({ details: { step: number, recordedInError } }, awaited) =>
    recordedInError === true || !awaited(number) ? number : null,
  problems: (frame, { step: number, reason, recordedInError }) => {
    const taken = changedStep(frame, number);
    return [
      ...reasonProblems(reason, ["input", "reason"]),
      ...(taken ? withdrawalProblems(frame, taken, recordedInError === true) : [noSuchStep(frame)]),
    ];
  },
  details: ({ step: number, recordedInError }) => ({
    step: number,
    ...(recordedInError && { recordedInError }),
  }),
  says: ({ reason }) => reason,
});

function withdrawalProblems(frame: StepFrame, taken: RequestEventRow, inError: boolean): Problem[] {
  const path = ["input", "step"];
  const early = dateProblems(frame.on, ["input", "on"], {
    ...frame,
    notBefore: { date: taken.onDate, what: text("这一步的日期", "the day of the step") },
  });
  const notice = frame.standing.notices.find(({ step: number }) => number === taken.revision);
  if (early.length > 0 || !notice || inError) return early;
  const { withdrawnOn } = taken.details;
  if (typeof withdrawnOn === "string")
    return [invalidInput(path, text(`已于 ${withdrawnOn} 撤回`, `It was withdrawn on ${withdrawnOn}`))];
  if (notice.open) return [];
  return [
    invalidInput(
      path,
      text("已经答复，不再等待，不能撤回", "It was answered: there is nothing left to withdraw"),
    ),
  ];
}
