import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { talliesOf } from "../../records/index.js";
import { TallyType } from "../../records/api.js";
import { RemedyActivityType } from "./remedy-activity.types.js";
import { REMEDY_RULINGS } from "./remedy.terms.js";

@Resolver(() => RemedyActivityType)
export class RemedyActivityResolver {
  @FieldResolver(() => [TallyType], {
    description: "期内审结各案的结果 · Rulings of those concluded in the period",
  })
  byRuling(@Root() { rulings }: RemedyActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(REMEDY_RULINGS, rulings, language);
  }
}
