export { PROPOSAL_LEDGER } from "./ledger.js";
export { ProposalRow, PROPOSALS } from "./proposal.entity.js";
export { proposalFacts } from "./proposal.read-model.js";
export { answerProposal } from "./steps/answer.js";
export { assignProposal, type AssignProposal } from "./steps/assign.js";
export { rateProposal, type RateProposal } from "./steps/rate.js";
