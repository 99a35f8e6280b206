export { receiveRequest, type ReceiveRequest } from "./commands/receive-request.js";
export { takeStep } from "./commands/take-step.js";
export { applicantsOpen } from "./applicant.js";
export { blankApplicants, unitsWithApplicants } from "./blank-applicants.js";
export { handOverRequests, openRequestIds } from "./hand-over.store.js";
export {
  keepMissingTerms,
  keepReckoned,
  reckonAgain,
  reckonOnSettings,
  type MovedRequest,
} from "./reckon-again.js";
export { requestLapses, type RequestLapse, type RequestLapses } from "./request-lapses.js";
export { requestResolvers } from "./request-resolvers.js";
export { COUNTS_AS_RECEIVED, onTime } from "./request.facts.js";
export { REQUEST_FEED } from "./request.feed.js";
export {
  INFORMATION_REQUESTS,
  REQUEST_APPLICANTS,
  RECKONING_TERMS,
  REQUEST_EVENTS,
  type RequestRow,
} from "./request.entity.js";
export { informationRequestById, requestActivity } from "./request.loader.js";
export { REQUEST_NODES } from "./request.nodes.js";
export { presentRequest } from "./request.presenter.js";
export {
  APPLICANT_KINDS,
  RECEIPT_CHANNELS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  type ApplicantKind,
  type ReceiptChannel,
  type RequestOutcome,
  type RequestState,
} from "./request.terms.js";
export {
  ApplicantKindEnum,
  InformationRequestType,
  ReceiptChannelEnum,
  RequestActivityType,
  RequestOutcomeEnum,
  RequestStateEnum,
} from "./request.types.js";
