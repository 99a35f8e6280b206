import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { talliesOf } from "../../records/index.js";
import { TallyType, ActivityType } from "../../records/api.js";
import { RemedyActivityType } from "./remedy-activity.types.js";
import { REMEDY_RULINGS } from "./remedy.terms.js";
import { remedyActivity } from "./remedy.loader.js";

@Resolver(() => RemedyActivityType)
export class RemedyActivityResolver {
  @FieldResolver(() => [TallyType], {
    description: "期内审结各案的结果 · Rulings of those concluded in the period",
  })
  byRuling(@Root() { rulings }: RemedyActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(REMEDY_RULINGS, rulings, language);
  }
}

/** Read when the field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityRemediesResolver {
  @FieldResolver(() => RemedyActivityType, { description: "行政复议、行政诉讼 · Reviews and suits" })
  remedies(@Root() { key }: ActivityType, @Ctx() { loaders }: RequestContext): Promise<RemedyActivityType> {
    return loaders.of(remedyActivity).load(key);
  }
}
