import { invalidInput } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { laterDayProblems, type StepRule } from "../step.js";
import { ANSWER_OF, type Answer } from "./notice-rules.js";

export interface RecordReasons extends Answer {
  readonly reasonable: boolean;
  /** By when the office will answer where the reasons are reasonable. */
  readonly delayedUntil?: string | null;
}

const PATH = ["input", "delayedUntil"];
const ANSWER = ANSWER_OF("askReasons");

/** 条例 §35: reasonable reasons let the office set a later day; others let it refuse (不予处理). */
export const RECORD_REASONS: StepRule<RecordReasons> = {
  problems: (frame, input) => {
    const { reasonable, delayedUntil } = input;
    const wrong = ANSWER.problems?.(frame, input) ?? [];
    if (delayedUntil == null) return wrong;
    if (!reasonable)
      return [
        ...wrong,
        invalidInput(
          PATH,
          text(
            "条例第三十五条：理由合理的，才可以确定延迟答复的期限",
            "条例 §35: only reasonable reasons let the answer be delayed",
          ),
        ),
      ];
    const basis = text("条例第三十五条：延迟答复的合理期限", "条例 §35: a reasonable delay");
    return [...wrong, ...laterDayProblems(delayedUntil, PATH, frame, basis)];
  },
  details: (input, frame) => ({
    ...ANSWER.details?.(input, frame),
    reasonable: input.reasonable,
    delayedUntil: input.delayedUntil ?? null,
  }),
};
