import type { StepInput, StepRule } from "../step.js";
import type { RequestVerb } from "../request.workflow.js";
import { ASK_CORRECTION, type AskCorrection } from "./ask-correction.js";
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

/** Every step but the splitting, which makes other requests, and the amendment, which is none of the process. */
export type StepVerb = Exclude<RequestVerb, "splitRequest" | "amendRequest">;

/** What each is told. */
export interface StepInputs {
  readonly confirmReceipt: StepInput;
  readonly askCorrection: AskCorrection;
  readonly recordCorrection: StepInput;
  readonly consultThirdParty: Consult;
  readonly recordThirdPartyReply: StepInput;
  readonly consultAgency: Consult;
  readonly recordAgencyReply: StepInput;
  readonly askReasons: StepInput;
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

/** What the workflow says is all there is to it. */
const PLAIN: StepRule<StepInput> = {};

export const STEP_RULES: { readonly [V in StepVerb]: StepRule<StepInputs[V]> } = {
  confirmReceipt: CONFIRM_RECEIPT,
  askCorrection: ASK_CORRECTION,
  recordCorrection: PLAIN,
  consultThirdParty: CONSULT,
  recordThirdPartyReply: PLAIN,
  consultAgency: CONSULT,
  recordAgencyReply: PLAIN,
  askReasons: PLAIN,
  recordReasons: RECORD_REASONS,
  noticeFee: NOTICE_FEE,
  recordFeePaid: PLAIN,
  extendRequest: EXTEND_REQUEST,
  decideRequest: DECIDE_REQUEST,
  serveRequest: SERVE_REQUEST,
  withdrawRequest: WITHDRAW_REQUEST,
  lapseRequest: LAPSE_REQUEST,
  recordArrival: RECORD_ARRIVAL,
};
