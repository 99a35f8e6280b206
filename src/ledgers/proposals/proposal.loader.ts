import DataLoader from "dataloader";
import { stepsLoader } from "../../history/index.js";
import { inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { activityLoader, listLoader, type ActivityKey } from "../../records/index.js";
import type { ProposalActivityType } from "./proposal.types.js";
import { PROPOSALS, type ProposalRow } from "./proposal.entity.js";
import { proposalCounts, proposalListing, type ProposalCriteria } from "./proposal.read-model.js";

export const proposalById: LoaderFactory<string, ProposalRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(PROPOSALS).find({ id: ids })), ({ id }) => id),
  );

export const eventsOfProposal = stepsLoader("Proposal");

export const proposalsOfUnit = listLoader<ProposalCriteria, ProposalRow>(proposalListing);

export const proposalActivity: LoaderFactory<ActivityKey, ProposalActivityType> =
  activityLoader(proposalCounts);
