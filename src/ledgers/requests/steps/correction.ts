import { text } from "../../../kernel/text.js";
import { answers, asksCorrection } from "../clock/effects.js";
import { date } from "../step-input.js";
import { HANDLE, laterDayProblems, notWaitingFor, step, waitingFor } from "../step.js";
import { notAllowedNow } from "../../../kernel/problem.js";
import { ANSWER, answerTo, letterNumberIn, letterNumberProblems, NOTICE } from "./notice-and-answer.js";

/** 条例 §30: one notice that names everything to be corrected. Later than 7 working days it still stands, as D03. */
export const askCorrection = step({
  ...HANDLE,
  name: text("告知补正", "ask for a correction"),
  description: "告知补正：一次性告知（条例 §30） · Asks the applicant for a correction, once",
  gate: notWaitingFor("CORRECTION"),
  fields: { ...NOTICE, deadline: date.required("补正期限 · Day by which the request is to be corrected") },
  awaits: "CORRECTION",
  clock: asksCorrection,
  corrects: ["deadline", "letterNumber"],
  problems: (frame, { deadline, ...input }) => [
    ...laterDayProblems(
      deadline,
      ["input", "deadline"],
      frame,
      text("条例第三十条：合理的补正期限", "条例 §30: a reasonable period"),
    ),
    ...letterNumberProblems(input),
  ],
  forbids: ({ standing }) => {
    const [before] = standing.notices.filter(({ kind, withdrawn }) => kind === "CORRECTION" && !withdrawn);
    if (!before) return [];
    return [
      notAllowedNow(
        ["input"],
        text(
          `已于 ${before.sentOn} 告知补正；条例第三十条：需要补正的，应当一次性告知`,
          `A correction was asked for on ${before.sentOn}; 条例 §30: once, with everything to be corrected`,
        ),
      ),
    ];
  },
  details: ({ deadline, ...input }) => ({ deadline, ...letterNumberIn(input) }),
});

export const recordCorrection = step({
  ...HANDLE,
  name: text("登记补正", "record the correction"),
  description:
    "登记补正：期限自收到补正的次日重新计算（条例 §30） · Records that the corrected request came in: the period begins anew on the day after",
  gate: waitingFor("CORRECTION"),
  fields: ANSWER,
  answers: "CORRECTION",
  clock: answers("CORRECTION"),
  ...answerTo("CORRECTION"),
});
