import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import { ProposalWhereInput } from "./proposal-statistics.types.js";
import { PROPOSAL_NODES, proposalResolvers } from "./proposal.resolver.js";
import { PROPOSAL_DATA } from "./proposal.statistics.js";
import { ProposalType } from "./proposal.types.js";

export const PROPOSAL_API: LedgerApi = {
  name: "proposals",
  type: ProposalType,
  nodes: PROPOSAL_NODES,
  resolvers: proposalResolvers,
  question: question(PROPOSAL_DATA, ProposalWhereInput, {
    name: "Proposal",
    subject: text("建议提案", "proposals"),
    description: "建议提案统计 · Any question about proposals",
  }),
};
export { ProposalRow, PROPOSALS } from "./proposal.entity.js";
export { proposalFacts } from "./proposal.read-model.js";
export { answerProposal } from "./steps/answer.js";
export { assignProposal, type AssignProposal } from "./steps/assign.js";
export { rateProposal, type RateProposal } from "./steps/rate.js";
export { PROPOSAL_KINDS, PROPOSAL_LEVELS, PROPOSAL_ROLES } from "./proposal.terms.js";
