import type { LedgerServices } from "../../records/index.js";
import { ProposalActivityResolver } from "./proposal-activity.resolver.js";
import { ProposalMutationResolver } from "./proposal-mutation.resolver.js";
import { ProposalResolver, UnitProposalsResolver } from "./proposal.resolver.js";

/** Everything that this module adds to the API. */
export const proposalResolvers = (services: LedgerServices): object[] => [
  new UnitProposalsResolver(services),
  new ProposalResolver(),
  new ProposalActivityResolver(),
  new ProposalMutationResolver(services),
];
