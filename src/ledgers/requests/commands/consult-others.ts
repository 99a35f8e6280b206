import { text } from "../../../kernel/text.js";
import { dateProblems } from "../../../records/index.js";
import type { StepRule } from "../step.js";
import { letterNumberIn, letterNumberProblems, type Notice } from "./notice-rules.js";

export interface Consult extends Notice {
  /** When the letter arrived there: the 15 working days run from it. */
  readonly letterReceivedOn?: string | null;
}

/**
 * 条例 §32, §34: a third party's or another organ's view, for which the clock pauses (§33 第三款). Several may be asked at
 * once; a day is left out once.
 */
export const CONSULT: StepRule<Consult> = {
  problems: (frame, { letterReceivedOn, ...input }) => [
    ...letterNumberProblems(input),
    ...dateProblems(letterReceivedOn, ["input", "letterReceivedOn"], {
      ...frame,
      notBefore: { date: frame.on, what: text("发函日期", "the letter's own date") },
    }),
  ],
  details: ({ letterReceivedOn, ...input }) => ({
    letterReceivedOn: letterReceivedOn ?? null,
    ...letterNumberIn(input),
  }),
};
