import type { RequestContext } from "../../access/index.js";
import { proposalById } from "./proposal.loader.js";
import { presentProposal } from "./proposal.presenter.js";

/** How a proposal is fetched by its id, for `node(id:)`. */
export const PROPOSAL_NODES = {
  Proposal: async (id: string, { loaders }: RequestContext) => {
    const proposal = await loaders.of(proposalById).load(id);
    return proposal && presentProposal(proposal);
  },
};
