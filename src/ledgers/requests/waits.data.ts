import { text, type Text } from "../../kernel/text.js";
import type { RequestState } from "./request.terms.js";

interface WaitSpec {
  readonly kind: string;
  readonly name: Text;
  /** The mutation that records the answer. */
  readonly answeredBy: string;
  /** Where a request stands while it waits for this, and for nothing listed before it. */
  readonly state: RequestState;
}

/** What may be waited for, by the mutation that sends the notice; several at once (条例 §32, §34 set no order). */
export const WAITS = {
  askCorrection: {
    kind: "CORRECTION",
    name: text("补正", "correction"),
    answeredBy: "recordCorrection",
    state: "AWAITING_CORRECTION",
  },
  noticeFee: {
    kind: "FEE",
    name: text("缴费", "payment"),
    answeredBy: "recordFeePaid",
    state: "AWAITING_FEE",
  },
  consultThirdParty: {
    kind: "THIRD_PARTY",
    name: text("第三方意见", "third party's view"),
    answeredBy: "recordThirdPartyReply",
    state: "CONSULTING_THIRD_PARTY",
  },
  consultAgency: {
    kind: "AGENCY",
    name: text("其他机关意见", "other organ's view"),
    answeredBy: "recordAgencyReply",
    state: "CONSULTING_AGENCY",
  },
  askReasons: {
    kind: "REASONS",
    name: text("说明理由", "reasons"),
    answeredBy: "recordReasons",
    state: "AWAITING_REASONS",
  },
} as const satisfies Record<string, WaitSpec>;

export type NoticeVerb = keyof typeof WAITS;
export type AnswerVerb = (typeof WAITS)[NoticeVerb]["answeredBy"];
export type RequestWaitKind = (typeof WAITS)[NoticeVerb]["kind"];

export const NOTICES = Object.keys(WAITS) as NoticeVerb[];

export const isNotice = (action: string): action is NoticeVerb => NOTICES.some((verb) => verb === action);

/** The notice that an answer is to; undefined where the action is no answer. */
export const noticeAnsweredBy = (action: string): NoticeVerb | undefined =>
  NOTICES.find((verb) => WAITS[verb].answeredBy === action);
