export { answerProposal } from "./commands/answer-proposal.js";
export { assignProposal, type AssignProposal } from "./commands/assign-proposal.js";
export { rateProposal, type RateProposal } from "./commands/rate-proposal.js";
export { OPEN_PROPOSALS } from "./hand-over.store.js";
export { PROPOSAL_EVENTS, ProposalRow, PROPOSALS } from "./proposal.entity.js";
export { proposalActivity } from "./proposal.loader.js";
export { proposalFacts } from "./proposal.read-model.js";
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
