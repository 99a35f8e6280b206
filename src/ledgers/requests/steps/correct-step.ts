import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { lineProblems, optionalLine, reasonProblems } from "../../../records/index.js";
import type { RequestEventRow } from "../request.entity.js";
import type { ServiceMethod } from "../request.terms.js";
import { date, line, LETTER_NUMBER, ON_REQUEST, REASON, typed, whole, type InputOf } from "../step-input.js";
import {
  arrivalProblems,
  change,
  dayProblems,
  HANDLE,
  laterDayProblems,
  type Correctable,
  type StepFrame,
} from "../step.js";
import { extensionProblems } from "./extend-request.js";
import { anyCorrectable, changedStep, noSuchStep } from "./withdraw-step.js";

/** What of a step may differ from what was recorded; a field that is left out stays. */
const PARTICULARS = {
  deadline: date.optional("补正期限 · Day by which the request is to be corrected"),
  letterReceivedOn: date.optional(
    "征求意见书送达日期，至多晚 60 日 · Day on which the letter arrived, within 60 days",
  ),
  noticeReceivedOn: date.optional(
    "收费通知送达日期，至多晚 60 日 · Day on which the fee notice arrived, within 60 days",
  ),
  delayedUntil: date.optional("延迟答复至 · Day by which the office will answer"),
  toldOn: date.optional(
    "延期告知日期，至多晚 60 日 · Day on which the applicant was notified of the extension, within 60 days",
  ),
  days: whole.optional("延长的工作日，1 至 20 · Working days of the extension, from 1 to 20"),
  approver: line.optional("批准人 · Person who approved the extension"),
  letterNumber: LETTER_NUMBER,
  method: typed<ServiceMethod>("ServiceMethod").optional("送达方式 · Method of service"),
} satisfies Record<Correctable, unknown>;
const NAMES = Object.keys(PARTICULARS) as Correctable[];

type Correction = InputOf<typeof PARTICULARS> & { readonly on?: string | null };

/** 更正: another day or another particular of a step, with the reason. */
export const correctStep = change({
  ...HANDLE,
  name: text("更正一步", "correct a step"),
  description:
    "更正一步的日期或所记事项；不给的保持不变 · Corrects the day or the particulars of a step; fields left out stay",
  gate: anyCorrectable,
  fields: {
    ...ON_REQUEST,
    step: whole.required("步骤号 · Number of the step"),
    reason: REASON,
    on: date.optional("更正后的发生日期 · Day on which it really happened"),
    ...PARTICULARS,
  },
  changesAnother: "today",
  revises: ({ details: { step: number, on, corrected } }) => ({
    of: ({ revision }) => revision !== undefined && revision === number,
    becomes: ({ onDate, details }) => ({
      onDate: (on ?? onDate) as string,
      details: { ...details, ...(corrected as object) },
    }),
  }),
  problems: (frame, input) => {
    const taken = changedStep(frame, input.step);
    const { on } = input;
    return [
      ...reasonProblems(input.reason, ["input", "reason"]),
      ...(on == null ? [] : dayProblems({ ...frame, on })),
      ...(taken
        ? correctionProblems(taken, input, { ...frame, on: on ?? taken.onDate })
        : [noSuchStep(frame)]),
    ];
  },
  details: (input, frame) => {
    const taken = changedStep(frame, input.step);
    return { step: input.step, on: input.on ?? null, corrected: taken ? differing(taken, input) : {} };
  },
  says: ({ reason }) => reason,
});

const given = (correction: Correction): Correctable[] => NAMES.filter((field) => correction[field] != null);

const differing = ({ details }: RequestEventRow, correction: Correction): Record<string, unknown> =>
  Object.fromEntries(
    given(correction)
      .filter((field) => details[field] !== correction[field])
      .map((field) => [field, correction[field]]),
  );

function correctionProblems(taken: RequestEventRow, correction: Correction, frame: StepFrame): Problem[] {
  const own = frame.stepOf(taken.action)?.corrects ?? [];
  if (own === "amendRequest") return [AMEND_INSTEAD];
  const foreign = given(correction).filter((field) => !own.includes(field));
  if (foreign.length > 0) return foreign.map((field) => notOfStep(field, own));
  const moved = correction.on != null && correction.on !== taken.onDate;
  if (!moved && Object.keys(differing(taken, correction)).length === 0) return [NOTHING];
  return given(correction).flatMap((field) => fieldProblems(field, correction, frame));
}

const AMEND_INSTEAD = invalidInput(
  ["input", "step"],
  text(
    "收到、办结的日期和内容请用“更正登记”（amendRequest）",
    "Amend the days of the receipt and of the decision instead (amendRequest)",
  ),
);

const NOTHING = invalidInput(
  ["input"],
  text(
    "没有要更正的事项：请给出与现有登记不同的内容",
    "There is nothing to correct: give what differs from what is recorded",
  ),
);

const notOfStep = (field: Correctable, own: readonly Correctable[]): Problem => {
  const list = ["on", ...own].join(", ");
  return invalidInput(
    ["input", field],
    text(`这一步没有这一项；可以更正：${list}`, `The step has no such particular; it has ${list}`),
  );
};

function fieldProblems(field: Correctable, correction: Correction, frame: StepFrame): readonly Problem[] {
  const path = ["input", field];
  const value = correction[field];
  switch (field) {
    case "deadline":
      return laterDayProblems(String(value), path, frame, text("条例第三十条", "条例 §30"));
    case "delayedUntil":
      return laterDayProblems(String(value), path, frame, text("条例第三十五条", "条例 §35"));
    case "letterReceivedOn":
    case "noticeReceivedOn":
    case "toldOn":
      return arrivalProblems(String(value), path, frame, {
        date: frame.on,
        what: text("这一步的日期", "the day of the step"),
      });
    case "days":
      return extensionProblems(Number(value));
    case "approver":
      return lineProblems(String(value), path, 100);
    case "letterNumber":
      return optionalLine(String(value), path, 100);
    case "method":
      return [];
  }
}
