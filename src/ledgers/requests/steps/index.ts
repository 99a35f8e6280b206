import { type Step, type StepOf } from "../step.js";
import { amendRequest } from "./amend-request.js";
import { lapseRequest, reopenRequest, withdrawRequest } from "./closing.js";
import { confirmReceipt } from "./confirm-receipt.js";
import {
  consultAgency,
  consultThirdParty,
  recordAgencyReply,
  recordThirdPartyReply,
} from "./consultation.js";
import { correctStep } from "./correct-step.js";
import { askCorrection, recordCorrection } from "./correction.js";
import { decideRequest, serveRequest } from "./decision.js";
import { extendRequest } from "./extend-request.js";
import { noticeFee, recordFeePaid } from "./fee.js";
import { askReasons, recordReasons } from "./reasons.js";
import { recordArrival } from "./record-arrival.js";
import { splitRequest } from "./split-request.js";
import { withdrawStep } from "./withdraw-step.js";

/**
 * 依申请公开的办理流程 (条例 §29-45): every step there is, by the mutation that takes it, in the order of the process. The
 * mutations with their inputs, the legal steps, the titles in a history, and how a history is read are made of this table.
 */
export const STEPS = {
  confirmReceipt,
  askCorrection,
  recordCorrection,
  consultThirdParty,
  recordThirdPartyReply,
  consultAgency,
  recordAgencyReply,
  askReasons,
  recordReasons,
  noticeFee,
  recordFeePaid,
  extendRequest,
  splitRequest,
  decideRequest,
  serveRequest,
  withdrawRequest,
  lapseRequest,
  reopenRequest,
  recordArrival,
  withdrawStep,
  correctStep,
  amendRequest,
};
export type RequestVerb = keyof typeof STEPS;
export const VERBS = Object.keys(STEPS) as RequestVerb[];

const BY_ACTION: ReadonlyMap<string, Step> = new Map(Object.entries(STEPS as Record<RequestVerb, Step>));

/** The step that an event records; undefined for what is no step: the receipt, a new calculation. */
export const stepOf: StepOf = (action) => BY_ACTION.get(action);
