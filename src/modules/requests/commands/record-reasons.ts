import { invalidInput } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { laterDayProblems, type StepInput, type StepRule } from "../step.js";

export interface RecordReasons extends StepInput {
  readonly reasonable: boolean;
  /** By when the office will answer where the reasons are reasonable. */
  readonly delayedUntil?: string | null;
}

const PATH = ["input", "delayedUntil"];

/** 条例 §35: reasonable reasons let the office set a later day; others let it refuse (不予处理). */
export const RECORD_REASONS: StepRule<RecordReasons> = {
  problems: (frame, { reasonable, delayedUntil }) => {
    if (delayedUntil == null) return [];
    if (!reasonable)
      return [
        invalidInput(
          PATH,
          text(
            "条例第三十五条：理由合理的，才可以确定延迟答复的期限",
            "条例 §35: only reasonable reasons let the answer be delayed",
          ),
        ),
      ];
    return laterDayProblems(
      delayedUntil,
      PATH,
      frame,
      text("条例第三十五条：延迟答复的合理期限", "条例 §35: a reasonable delay"),
    );
  },
  details: ({ reasonable, delayedUntil }) => ({ reasonable, delayedUntil: delayedUntil ?? null }),
};
