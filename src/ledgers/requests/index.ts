export { applicantsOpen } from "./applicant.js";
export { blankApplicants, unitsWithApplicants } from "./blank-applicants.js";
export { type ReceiveRequest, receiveRequest } from "./commands/receive-request.js";
export { takeStep, type InputTo, type StepVerb } from "./commands/take-step.js";
export type { EventFacts } from "./step.js";
export { handOverRequests, openRequestIds } from "./hand-over.store.js";
export { REQUEST_LEDGER } from "./ledger.js";
export {
  keepMissingTerms,
  keepReckoned,
  type MovedRequest,
  reckonAgain,
  reckonOnSettings,
} from "./reckon-again.js";
export { medianOf } from "./request-activity.js";
export { clockOf } from "./request-clock.js";
export { requestLapses } from "./request-lapses.js";
export {
  INFORMATION_REQUESTS,
  REQUEST_APPLICANTS,
  type RequestEventRow,
  RequestRow,
} from "./request.entity.js";
export { REQUEST_FEED } from "./request.feed.js";
export { informationRequestById, requestActivity } from "./request.loader.js";
export { presentRequest } from "./request.presenter.js";
export { REQUEST_DATA } from "./request.statistics.js";
export {
  APPLICANT_KINDS,
  type ApplicantKind,
  type ReceiptChannel,
  REQUEST_OUTCOMES,
  type RequestOutcome,
} from "./request.terms.js";
