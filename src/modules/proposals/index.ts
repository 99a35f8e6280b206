export { answerProposal } from "./commands/answer-proposal.js";
export { assignProposal, type AssignProposal } from "./commands/assign-proposal.js";
export { rateProposal, type RateProposal } from "./commands/rate-proposal.js";
export { PROPOSAL_EVENTS, PROPOSALS } from "./proposal.entity.js";
export { proposalActivity } from "./proposal.loader.js";
export { OPEN_PROPOSALS } from "./hand-over.store.js";
export { PROPOSAL_NODES } from "./proposal.nodes.js";
export { proposalFacts, type ProposalFacts } from "./proposal.read-model.js";
export { ProposalActivityType } from "./proposal-activity.types.js";
export {
  PROPOSAL_KINDS,
  PROPOSAL_LEVELS,
  PROPOSAL_ROLES,
  SATISFACTIONS,
  type ProposalKind,
  type ProposalLevel,
  type ProposalRole,
  type Satisfaction,
} from "./proposal.terms.js";
export {
  ProposalKindEnum,
  ProposalLevelEnum,
  ProposalRoleEnum,
  ProposalType,
  SatisfactionEnum,
} from "./proposal.types.js";
export { proposalResolvers } from "./proposal-resolvers.js";
