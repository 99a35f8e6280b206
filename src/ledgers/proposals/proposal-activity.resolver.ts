import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { talliesOf } from "../../records/index.js";
import { TallyType } from "../../records/api.js";
import { ProposalActivityType } from "./proposal-activity.types.js";
import { PROPOSAL_KINDS, SATISFACTIONS } from "./proposal.terms.js";

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
