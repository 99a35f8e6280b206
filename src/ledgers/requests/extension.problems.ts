import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";

const MOST_DAYS = 20;

/** 条例 §33: by at most 20 working days. */
export const extensionProblems = (days: number): Problem[] =>
  days >= 1 && days <= MOST_DAYS
    ? []
    : [
        invalidInput(
          ["input", "days"],
          text(
            `须为 1 至 ${MOST_DAYS} 个工作日（条例第三十三条：延长的期限最长不得超过 20 个工作日）`,
            `From 1 to ${MOST_DAYS} working days (条例 §33: an extension of at most 20)`,
          ),
        ),
      ];
