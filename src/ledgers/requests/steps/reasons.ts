import { invalidInput } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { answersReasons, asksReasons } from "../clock/effects.js";
import { date, flag } from "../step-input.js";
import { HANDLE, laterDayProblems, notWaitingFor, step, waitingFor } from "../step.js";
import { ANSWER, answerTo, letterNumberIn, letterNumberProblems, NOTICE } from "./notice-and-answer.js";

export const askReasons = step({
  ...HANDLE,
  name: text("要求说明理由", "ask for reasons"),
  description:
    "要求说明理由：申请数量、频次明显超过合理范围（条例 §35） · Asks the applicant for the reasons of an unreasonable number of requests",
  gate: notWaitingFor("REASONS"),
  fields: NOTICE,
  awaits: "REASONS",
  clock: asksReasons,
  corrects: ["letterNumber"],
  problems: (_frame, input) => letterNumberProblems(input),
  details: letterNumberIn,
});

const PATH = ["input", "delayedUntil"];
const ANSWERED = answerTo("REASONS");

/** 条例 §35: reasonable reasons let the office set a later day; others let it refuse (不予处理). */
export const recordReasons = step({
  ...HANDLE,
  name: text("登记说明的理由", "record the reasons"),
  description:
    "登记说明的理由及其是否合理（条例 §35） · Records the applicant's reasons, and whether they are reasonable",
  gate: waitingFor("REASONS"),
  fields: {
    ...ANSWER,
    reasonable: flag.required("理由是否合理 · Whether the reasons are reasonable"),
    delayedUntil: date.optional(
      "理由合理的，延迟到哪一日答复；不延迟的不给 · Where the reasons are reasonable: day by which the office will answer; left out for no delay",
    ),
  },
  answers: "REASONS",
  clock: answersReasons,
  corrects: ["delayedUntil"],
  problems: (frame, input) => {
    const { reasonable, delayedUntil } = input;
    const wrong = ANSWERED.problems(frame, input);
    if (delayedUntil == null) return wrong;
    const basis = text("条例第三十五条：延迟答复的合理期限", "条例 §35: a reasonable delay");
    return [...wrong, ...(reasonable ? laterDayProblems(delayedUntil, PATH, frame, basis) : [UNREASONABLE])];
  },
  details: (input, frame) => ({
    ...ANSWERED.details(input, frame),
    reasonable: input.reasonable,
    delayedUntil: input.delayedUntil ?? null,
  }),
});

const UNREASONABLE = invalidInput(
  PATH,
  text(
    "条例第三十五条：理由合理的，才可以确定延迟答复的期限",
    "条例 §35: only reasonable reasons let the answer be delayed",
  ),
);
