import { text } from "../../../kernel/text.js";
import { dateProblems, lineProblems, reasonProblems } from "../../../records/index.js";
import { extensionProblems } from "../extension.problems.js";
import { notAllowed, type StepInput, type StepRule } from "../step.js";

export interface ExtendRequest extends StepInput {
  readonly days: number;
  /** 政府信息公开工作机构负责人 */
  readonly approver: string;
  readonly toldOn?: string | null;
  readonly reason: string;
}

/** 条例 §33: once, by at most 20 working days, approved by the head of the 工作机构, and the applicant is notified. */
export const EXTEND_REQUEST: StepRule<ExtendRequest> = {
  problems: (frame, { days, approver, toldOn, reason }) => [
    ...extensionProblems(days),
    ...lineProblems(approver, ["input", "approver"], 100),
    ...reasonProblems(reason, ["input", "reason"]),
    ...dateProblems(toldOn, ["input", "toldOn"], {
      ...frame,
      notBefore: { date: frame.on, what: text("延期批准日期", "the day of the approval") },
    }),
  ],
  forbids: ({ steps, on, clock: { dueOn, extension } }) => {
    const before = steps.findLast(({ action }) => action === "extendRequest");
    // Where the period has begun anew since, that extension is gone with the old one, or kept: a convention.
    if (before && extension > 0)
      return [
        notAllowed(
          ["input"],
          text(
            `已于 ${before.onDate} 延长过；条例第三十三条只允许延长一次`,
            `It was extended on ${before.onDate}; 条例 §33 allows one extension`,
          ),
        ),
      ];
    if (dueOn === null || on <= dueOn) return [];
    return [
      notAllowed(
        ["input", "on"],
        text(
          `答复期限已于 ${dueOn} 届满，不能再延长（条例第三十三条）`,
          `The period ended on ${dueOn}: it can no longer be extended (条例 §33)`,
        ),
      ),
    ];
  },
  details: ({ days, approver, toldOn }) => ({ days, approver, toldOn: toldOn ?? null }),
  says: ({ reason }) => reason,
};
