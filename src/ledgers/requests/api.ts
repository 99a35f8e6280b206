export { requestResolvers } from "./request-resolvers.js";
export { REQUEST_NODES } from "./request.nodes.js";
export {
  ApplicantKindEnum,
  InformationRequestType,
  ReceiptChannelEnum,
  RequestActivityType,
  RequestOutcomeEnum,
  RequestStateEnum,
} from "./request.types.js";
