import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import type { DatesCheck } from "./commands/take-step.js";
import { requestResolvers } from "./request-resolvers.js";
import { requestWording } from "./request.presenter.js";
import { RequestWhereInput } from "./request-statistics.types.js";
import { REQUEST_NODES } from "./request.nodes.js";
import { REQUEST_DATA } from "./request.statistics.js";
import { InformationRequestType, RequestOutcomeEnum } from "./request.types.js";

export { noticeDue } from "./due-notices.store.js";
export { InformationRequestType, RequestOutcomeEnum };

export const requestApi = (datesCheck: DatesCheck): LedgerApi => ({
  name: "requests",
  type: InformationRequestType,
  nodes: REQUEST_NODES,
  wordings: { InformationRequest: requestWording },
  resolvers: (services) => requestResolvers(services, services.vault, datesCheck),
  question: question(REQUEST_DATA, RequestWhereInput, {
    name: "Request",
    subject: text("依申请公开", "requests"),
    description:
      "依申请公开统计：任一范围、条件、分组；件数过少的单元格对外隐去 · Any question about requests; cells of few are hidden from outsiders",
  }),
});
export { applicantsOpen } from "./applicant.js";
export { sameRequests } from "./same-request.js";
export { blankApplicants, unitsWithApplicants } from "./blank-applicants.js";
export { type ReceiveRequest, receiveRequest } from "./commands/receive-request.js";
export { takeStep, type InputTo, type StepVerb } from "./commands/take-step.js";
export type { EventFacts } from "./step.js";
export {
  keepMissingTerms,
  keepReckoned,
  type MovedRequest,
  reckonAgain,
  reckonOnSettings,
} from "./reckon-again.js";
export { medianOf } from "./request-activity.js";
export { clockOf } from "./request-clock.js";
export { REQUEST_APPLICANTS, type RequestEventRow, RequestRow } from "./request.entity.js";
export { requestActivity } from "./request.loader.js";
export { REQUEST_DATA } from "./request.statistics.js";
export {
  type ApplicantKind,
  RECEIPT_CHANNELS,
  type ReceiptChannel,
  SERVICE_METHODS,
} from "./request.terms.js";
export { lettersOf, LetterRow, openLetter, REQUEST_LETTERS, sealLetter } from "./letter.entity.js";
export { applicantOfRequest } from "./request.loader.js";
export { type WholeRecord, wholeRecord } from "./whole-record.js";
