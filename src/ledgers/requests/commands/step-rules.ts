import type { StepInput, StepRule } from "../step.js";
import type { RequestVerb } from "../request.workflow.js";
import { ASK_CORRECTION, type AskCorrection } from "./ask-correction.js";
import { ANSWER_OF, type Answer, type Notice, NOTICE } from "./notice-rules.js";
import { CONFIRM_RECEIPT } from "./confirm-receipt.js";
import { CONSULT, type Consult } from "./consult-others.js";
import { DECIDE_REQUEST, type DecideRequest } from "./decide-request.js";
import { EXTEND_REQUEST, type ExtendRequest } from "./extend-request.js";
import { LAPSE_REQUEST } from "./lapse-request.js";
import { NOTICE_FEE, type NoticeFee } from "./notice-fee.js";
import { RECORD_ARRIVAL, type RecordArrival } from "./record-arrival.js";
import { RECORD_REASONS, type RecordReasons } from "./record-reasons.js";
import { SERVE_REQUEST, type ServeRequest } from "./serve-request.js";
import { WITHDRAW_REQUEST } from "./withdraw-request.js";

/** All steps except splitting, which creates requests, and steps that withdraw or correct others. */
export type StepVerb = Exclude<
  RequestVerb,
  "splitRequest" | "amendRequest" | "withdrawStep" | "correctStep" | "reopenRequest"
>;

/** Input of each step. */
export interface StepInputs {
  readonly confirmReceipt: StepInput;
  readonly askCorrection: AskCorrection;
  readonly recordCorrection: StepInput;
  readonly consultThirdParty: Consult;
  readonly recordThirdPartyReply: Answer;
  readonly consultAgency: Consult;
  readonly recordAgencyReply: Answer;
  readonly askReasons: Notice;
  readonly recordReasons: RecordReasons;
  readonly noticeFee: NoticeFee;
  readonly recordFeePaid: StepInput;
  readonly extendRequest: ExtendRequest;
  readonly decideRequest: DecideRequest;
  readonly serveRequest: ServeRequest;
  readonly withdrawRequest: StepInput;
  readonly lapseRequest: StepInput;
  readonly recordArrival: RecordArrival;
}

export const STEP_RULES: { readonly [V in StepVerb]: StepRule<StepInputs[V]> } = {
  confirmReceipt: CONFIRM_RECEIPT,
  askCorrection: ASK_CORRECTION,
  recordCorrection: ANSWER_OF("askCorrection"),
  consultThirdParty: CONSULT,
  recordThirdPartyReply: ANSWER_OF("consultThirdParty"),
  consultAgency: CONSULT,
  recordAgencyReply: ANSWER_OF("consultAgency"),
  askReasons: NOTICE,
  recordReasons: RECORD_REASONS,
  noticeFee: NOTICE_FEE,
  recordFeePaid: ANSWER_OF("noticeFee"),
  extendRequest: EXTEND_REQUEST,
  decideRequest: DECIDE_REQUEST,
  serveRequest: SERVE_REQUEST,
  withdrawRequest: WITHDRAW_REQUEST,
  lapseRequest: LAPSE_REQUEST,
  recordArrival: RECORD_ARRIVAL,
};
