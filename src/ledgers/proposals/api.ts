export { PROPOSAL_NODES, proposalResolvers } from "./proposal.resolver.js";
export {
  ProposalActivityType,
  ProposalKindEnum,
  ProposalLevelEnum,
  ProposalRoleEnum,
  ProposalType,
  SatisfactionEnum,
} from "./proposal.types.js";
