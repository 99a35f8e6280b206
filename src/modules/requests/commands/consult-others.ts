import { invalidInput } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { dateProblems } from "../../ledger/index.js";
import type { StepFrame, StepInput, StepRule } from "../step.js";

export interface Consult extends StepInput {
  /** When the letter arrived there: the 15 working days run from it. */
  readonly letterReceivedOn?: string | null;
}

/** What ends a time that does not count. */
const PAUSE_ENDS: readonly string[] = [
  "recordThirdPartyReply",
  "recordAgencyReply",
  "recordReasons",
  "recordFeePaid",
];

/** 条例 §32, §34: a third party's or another organ's view, for which the clock pauses (§33 第三款). */
export const CONSULT: StepRule<Consult> = {
  problems: (frame, { letterReceivedOn }) => [
    ...overlap(frame),
    ...dateProblems(letterReceivedOn, ["input", "letterReceivedOn"], {
      ...frame,
      notBefore: { date: frame.on, what: text("发函日期", "the letter's own date") },
    }),
  ],
  details: ({ letterReceivedOn }) => ({ letterReceivedOn: letterReceivedOn ?? null }),
};

function overlap({ events, on }: StepFrame) {
  const end = events.findLast(({ action }) => PAUSE_ENDS.includes(action));
  if (!end || on >= end.onDate) return [];
  return [
    invalidInput(
      ["input", "on"],
      text(
        `与上一段不计入期限的时间重叠（至 ${end.onDate} 止）；条例第三十三条第三款：同一天只扣除一次`,
        `It overlaps a pause that ended on ${end.onDate}; 条例 §33(3): a day is left out once`,
      ),
    ),
  ];
}
