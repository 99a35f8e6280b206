import { text } from "../../../kernel/text.js";
import { answers, consults } from "../clock/effects.js";
import { date, type Fields } from "../step-input.js";
import { HANDLE, inProcess, step, waitingFor } from "../step.js";
import {
  ANSWER,
  answerTo,
  arrivedProblems,
  letterNumberIn,
  letterNumberProblems,
  NOTICE,
} from "./notice-and-answer.js";

const lettersTo = (whom: string, en: string) =>
  ({
    ...NOTICE,
    letterReceivedOn: date.optional(
      `${whom}收到征求意见书的日期，15 个工作日自次日起算；未知的不给 · Day on which the letter reached ${en}: the 15 working days begin on the day after; left out while unknown`,
    ),
  }) satisfies Fields;

/**
 * 条例 §32, §34: a third party's or another organ's view, for which the clock pauses (§33 第三款). Several may be asked at
 * once; a day is left out once.
 */
const consultation = step({
  ...HANDLE,
  name: text("征求意见", "consult"),
  description: "",
  gate: inProcess,
  fields: lettersTo("对方", "the other side"),
  corrects: ["letterReceivedOn", "letterNumber"],
  problems: (frame, { letterReceivedOn, ...input }) => [
    ...letterNumberProblems(input),
    ...arrivedProblems(letterReceivedOn, "letterReceivedOn", frame),
  ],
  details: ({ letterReceivedOn, ...input }) => ({
    letterReceivedOn: letterReceivedOn ?? null,
    ...letterNumberIn(input),
  }),
});

export const consultThirdParty = step({
  ...consultation,
  name: text("征求第三方意见", "consult a third party"),
  description:
    "征求第三方意见，期间不计入期限（条例 §32、§33） · Asks a third party for its view; the period pauses",
  fields: lettersTo("第三方", "the third party"),
  awaits: "THIRD_PARTY",
  sends: "THIRD_PARTY_LETTER",
  clock: consults("THIRD_PARTY"),
});

export const recordThirdPartyReply = step({
  ...HANDLE,
  name: text("登记第三方意见", "record the third party's reply"),
  description: "登记第三方意见 · Records that the third party answered",
  gate: waitingFor("THIRD_PARTY"),
  fields: ANSWER,
  answers: "THIRD_PARTY",
  clock: answers("THIRD_PARTY"),
  ...answerTo("THIRD_PARTY"),
});

export const consultAgency = step({
  ...consultation,
  name: text("征求其他机关意见", "consult another organ"),
  description:
    "征求其他机关意见，期间不计入期限（条例 §33、§34） · Asks another organ for its view; the period pauses",
  fields: lettersTo("对方机关", "the other organ"),
  awaits: "AGENCY",
  sends: "AGENCY_LETTER",
  clock: consults("AGENCY"),
});

export const recordAgencyReply = step({
  ...HANDLE,
  name: text("登记其他机关意见", "record the other organ's reply"),
  description: "登记其他机关意见 · Records that the other organ answered",
  gate: waitingFor("AGENCY"),
  fields: ANSWER,
  answers: "AGENCY",
  clock: answers("AGENCY"),
  ...answerTo("AGENCY"),
});
