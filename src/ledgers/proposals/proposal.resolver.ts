import { Arg, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { connectionOf, readPage } from "../../platform/graphql/paging.js";
import { listCursor, listPrice, readableLedgers } from "../../records/index.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { eventsOfProposal, proposalsOfUnit } from "./proposal.loader.js";
import { presentProposal, presentProposalEvent } from "./proposal.presenter.js";
import { ProposalConnectionType, ProposalEventType, ProposalFilter, ProposalType } from "./proposal.types.js";

@Resolver(() => ProposalType)
export class ProposalResolver {
  @FieldResolver(() => UnitType)
  async unit(@Root() { row }: ProposalType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw new Error("a proposal belongs to a unit");
    return presentUnit(unit);
  }

  @FieldResolver(() => [ProposalEventType], { description: "办理记录 · What was recorded, in order" })
  async events(
    @Root() { row }: ProposalType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProposalEventType[]> {
    return (await loaders.of(eventsOfProposal).load(row.id)).map(presentProposalEvent);
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
    @Arg("filter", () => ProposalFilter, { nullable: true }) filter: ProposalFilter | null,
    @Arg("subtree", () => Boolean, { nullable: true, defaultValue: false }) subtree: boolean | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ProposalConnectionType> {
    const unit = readableLedgers(context, row);
    const page = readPage({ first, after }, 20);
    const criteria = { ...filter, today: dateInShanghai(this.#clock.now()) };
    const found = await context.loaders
      .of(proposalsOfUnit)
      .load({ unit, filter: criteria, subtree: subtree ?? false, page });
    return connectionOf(found, page, listCursor, presentProposal);
  }
}
