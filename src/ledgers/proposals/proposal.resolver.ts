import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import type { RequestContext } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { connectionOf, readPage } from "../../platform/graphql/paging.js";
import { ActivityType, TallyType } from "../../records/api.js";
import {
  listCursor,
  listPrice,
  nodeOf,
  ownerOf,
  readableLedgers,
  stepsOfRecord,
  talliesOf,
  type LedgerServices,
} from "../../records/index.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import { UnitType } from "../../units/api.js";
import { ProposalMutationResolver } from "./proposal-mutation.resolver.js";
import { eventsOfProposal, proposalById, proposalsOfUnit, proposalActivity } from "./proposal.loader.js";
import { presentProposal } from "./proposal.presenter.js";
import { PROPOSAL } from "./proposal.js";
import { PROPOSAL_KINDS, SATISFACTIONS } from "./proposal.terms.js";
import {
  ProposalActivityType,
  ProposalConnectionType,
  ProposalListArgs,
  ProposalType,
} from "./proposal.types.js";

/** How a proposal is fetched by its id, for `node(id:)`. */
export const PROPOSAL_NODES = { Proposal: nodeOf(proposalById, presentProposal) };

/** Everything that the ledger adds to the API. */
export const proposalResolvers = (services: LedgerServices): object[] => [
  new UnitProposalsResolver(services),
  new ProposalResolver(),
  new ActivityProposalsResolver(),
  new ProposalActivityResolver(),
  new ProposalMutationResolver(services),
];

@Resolver(() => ProposalType)
export class ProposalResolver {
  @FieldResolver(() => UnitType)
  unit(@Root() { row }: ProposalType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, row);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  steps(@Root() { row }: ProposalType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    return stepsOfRecord(context, PROPOSAL, row);
  }

  @FieldResolver(() => [HistoryEntryType], { description: "办理记录 · What was recorded, in order" })
  async events(
    @Root() { row }: ProposalType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<HistoryEntryType[]> {
    return (await loaders.of(eventsOfProposal).load(row.id)).map(({ entry }) => presentEntry(entry));
  }
}

@Resolver(() => UnitType)
export class UnitProposalsResolver {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  @FieldResolver(() => ProposalConnectionType, {
    nullable: true,
    description:
      "建议提案，新的在前；subtree 则含以下各单位 · Proposals, the newest first; subtree: those of all units below too",
  })
  @Extensions({ price: listPrice("proposals") })
  async proposals(
    @Root() { row }: UnitType,
    @Args(() => ProposalListArgs) { filter, orderBy, subtree, ...paging }: ProposalListArgs,
    @Ctx() context: RequestContext,
  ): Promise<ProposalConnectionType> {
    const unit = readableLedgers(context, row);
    const page = readPage(paging);
    const today = dateInShanghai(this.#clock.now());
    const criteria = { ...filter, today, orderBy: orderBy ?? null };
    const found = await context.loaders
      .of(proposalsOfUnit)
      .load({ unit, filter: criteria, subtree: subtree ?? false, page });
    return connectionOf(found, page, listCursor, presentProposal);
  }
}

@Resolver(() => ProposalActivityType)
export class ProposalActivityResolver {
  @FieldResolver(() => [TallyType], { description: "期内交办的类别 · Kinds of those assigned" })
  byKind(@Root() { kinds }: ProposalActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(PROPOSAL_KINDS, kinds, language);
  }

  @FieldResolver(() => [TallyType], {
    description:
      "主办件的满意度，含正在重新办理的不满意件 · Ratings of those the unit leads, what is answered again among them",
  })
  bySatisfaction(
    @Root() { satisfactions }: ProposalActivityType,
    @Ctx() { language }: RequestContext,
  ): TallyType[] {
    return talliesOf(SATISFACTIONS, satisfactions, language);
  }
}

/** Read when the field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityProposalsResolver {
  @FieldResolver(() => ProposalActivityType, { description: "建议提案 · Proposals" })
  proposals(
    @Root() { key }: ActivityType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProposalActivityType> {
    return loaders.of(proposalActivity).load(key);
  }
}
