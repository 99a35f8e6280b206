import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../access/index.js";
import { presentUnit } from "../../units/index.js";
import { AnnualReportType } from "../report.types.js";
import { addedUpIn, rollUpOf } from "./roll-up.loader.js";
import { amendedMembers, formatsOfMembers, missingMembers, provisionalMembers } from "./roll-up.js";
import { RollUpType } from "./roll-up.types.js";

@Resolver(() => AnnualReportType)
export class RollUpResolver {
  @FieldResolver(() => RollUpType, {
    nullable: true,
    description:
      "本级汇总的范围；本机关年报为空，看不到成员报送情况的人也为空 · Of a SYSTEM report, for whoever sees what its members submitted",
  })
  async rollUp(
    @Root() { view }: AnnualReportType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<RollUpType | null> {
    if (view.scope !== "SYSTEM") return null;
    const rollUp = await loaders.of(rollUpOf).load({ unitId: view.unitId, year: view.year });
    if (!rollUp) return null;
    const addedUp = await loaders.of(addedUpIn).load(view.id);
    const missing = missingMembers(rollUp);
    return {
      derivedAt: addedUp?.derivedAt ?? null,
      expected: rollUp.members.length,
      included: rollUp.members.length - missing.length,
      missing: missing.map(presentUnit),
      provisional: provisionalMembers(rollUp).map(presentUnit),
      amended: addedUp ? amendedMembers(rollUp, addedUp.members).map(presentUnit) : null,
      formats: formatsOfMembers(rollUp),
    };
  }
}
