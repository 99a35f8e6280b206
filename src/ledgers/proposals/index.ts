export { PROPOSAL_EVENTS, ProposalRow, PROPOSALS } from "./proposal.entity.js";
export { proposalActivity } from "./proposal.loader.js";
export { proposalFacts } from "./proposal.read-model.js";
export { OPEN_PROPOSALS } from "./proposal.store.js";
export {
  PROPOSAL_KINDS,
  PROPOSAL_LEVELS,
  PROPOSAL_ROLES,
  type ProposalKind,
  type ProposalLevel,
  type ProposalRole,
  type Satisfaction,
  SATISFACTIONS,
} from "./proposal.terms.js";
export { answerProposal } from "./steps/answer.js";
export { assignProposal, type AssignProposal } from "./steps/assign.js";
export { rateProposal, type RateProposal } from "./steps/rate.js";
