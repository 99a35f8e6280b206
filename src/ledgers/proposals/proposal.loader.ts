import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { activityLoader, listLoader, type ActivityKey } from "../../records/index.js";
import type { ProposalActivityType } from "./proposal.types.js";
import { PROPOSAL_EVENTS, PROPOSALS, type ProposalEventRow, type ProposalRow } from "./proposal.entity.js";
import { proposalCounts, proposalListing, type ProposalCriteria } from "./proposal.read-model.js";

export const proposalById: LoaderFactory<string, ProposalRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(PROPOSALS).find({ id: ids })), ({ id }) => id),
  );

export const eventsOfProposal: LoaderFactory<string, ProposalEventRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const order = { revision: "ASC" } as const;
    const rows = await read((s) => s.rows(PROPOSAL_EVENTS).find({ proposalId: ids }, { orderBy: order }));
    return groupedBy(ids, rows, ({ proposalId }) => proposalId);
  });

export const proposalsOfUnit = listLoader<ProposalCriteria, ProposalRow>(proposalListing);

export const proposalActivity: LoaderFactory<ActivityKey, ProposalActivityType> =
  activityLoader(proposalCounts);
