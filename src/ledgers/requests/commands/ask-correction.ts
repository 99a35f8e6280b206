import { text } from "../../../kernel/text.js";
import { laterDayProblems, notAllowed, type StepRule } from "../step.js";
import { letterNumberIn, letterNumberProblems, type Notice } from "./notice-rules.js";

export interface AskCorrection extends Notice {
  readonly deadline: string;
}

/** 条例 §30: one notice that tells everything to be corrected. Later than 7 working days it still stands, as D03. */
export const ASK_CORRECTION: StepRule<AskCorrection> = {
  problems: (frame, { deadline, ...input }) => [
    ...laterDayProblems(
      deadline,
      ["input", "deadline"],
      frame,
      text("条例第三十条：合理的补正期限", "条例 §30: a reasonable period"),
    ),
    ...letterNumberProblems(input),
  ],
  forbids: ({ steps }) => {
    // A withdrawn notice does not count.
    const before = steps.find(
      ({ action, details }) => action === "askCorrection" && details.withdrawnOn === undefined,
    );
    if (!before) return [];
    return [
      notAllowed(
        ["input"],
        text(
          `已于 ${before.onDate} 告知补正；条例第三十条：需要补正的，应当一次性告知`,
          `A correction was asked for on ${before.onDate}; 条例 §30: once, with everything to be corrected`,
        ),
      ),
    ];
  },
  details: ({ deadline, ...input }) => ({ deadline, ...letterNumberIn(input) }),
};
