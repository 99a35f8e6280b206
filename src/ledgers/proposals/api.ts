export { ProposalActivityType } from "./proposal-activity.types.js";
export { proposalResolvers } from "./proposal-resolvers.js";
export { PROPOSAL_NODES } from "./proposal.nodes.js";
export {
  ProposalKindEnum,
  ProposalLevelEnum,
  ProposalRoleEnum,
  ProposalType,
  SatisfactionEnum,
} from "./proposal.types.js";
