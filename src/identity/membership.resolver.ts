import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { presentUnit, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import { MembershipType } from "./user.types.js";

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => UnitType, { description: "单位 · The unit the role is held at" })
  async unit(@Root() { unitId }: MembershipType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(unitId);
    if (!unit) throw new Error("a membership of a unit that is not in the register");
    return presentUnit(unit);
  }
}
