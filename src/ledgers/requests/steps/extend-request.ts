import { invalidInput, notAllowedNow, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { lineProblems, reasonProblems } from "../../../records/index.js";
import { extendsPeriod } from "../clock/effects.js";
import { date, line, ON_A_DAY, ON_REQUEST, whole } from "../step-input.js";
import { HANDLE, notWaitingFor, step } from "../step.js";
import { arrivedProblems } from "./notice-and-answer.js";

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

/** 条例 §33: a period once, by at most 20 working days, approved by the head of the 工作机构; the applicant is notified. */
export const extendRequest = step({
  ...HANDLE,
  name: text("延长答复期限", "extend the period"),
  description:
    "延长答复期限：一次，至多 20 个工作日（条例 §33） · Extends the period, once, by at most 20 working days",
  gate: notWaitingFor("CORRECTION", "FEE"),
  fields: {
    ...ON_REQUEST,
    ...ON_A_DAY,
    days: whole.required("延长的工作日，1 至 20 · Working days of the extension, from 1 to 20"),
    approver: line.required(
      "同意延期的政府信息公开工作机构负责人，1 至 100 字 · Head of the disclosure office, who approved the extension; 1 to 100 characters",
    ),
    toldOn: date.optional(
      "告知申请人的日期；尚未告知的不给 · Day on which the applicant was notified; left out until then",
    ),
    reason: line.required("延期理由，不写个人信息 · Reason of the extension, without personal data"),
  },
  sends: "EXTENSION_NOTICE",
  clock: extendsPeriod,
  corrects: ["days", "approver", "toldOn"],
  problems: (frame, { days, approver, toldOn, reason }) => [
    ...extensionProblems(days),
    ...lineProblems(approver, ["input", "approver"], 100),
    ...reasonProblems(reason, ["input", "reason"]),
    ...arrivedProblems(toldOn, "toldOn", frame, text("延期批准日期", "the day of the approval")),
  ],
  forbids: ({ steps, stepOf, on, clock: { dueOn, extension } }) => {
    const before = steps.findLast(({ action }) => stepOf(action)?.clock === extendsPeriod);
    // Where the period has begun anew since, that extension is gone with the old one, or kept: a convention.
    if (before && extension > 0)
      return [
        notAllowedNow(
          ["input"],
          text(
            `已于 ${before.onDate} 延长过；条例第三十三条只允许延长一次`,
            `It was extended on ${before.onDate}; 条例 §33 allows one extension`,
          ),
        ),
      ];
    if (dueOn === null || on <= dueOn) return [];
    return [
      notAllowedNow(
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
});
