import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { presentUnit, unitById } from "../../units/index.js";
import { AnnualReportType } from "../../reports/api.js";
import { addedUpIn, completenessOfMembers, completenessOfView, rollUpOf } from "./roll-up.loader.js";
import { amendedMembers, formatsOfMembers, missingMembers, provisionalMembers } from "./roll-up.js";
import type { Completeness } from "./completeness.js";
import { CompletenessType, RollUpType } from "./roll-up.types.js";

@Resolver(() => AnnualReportType)
export class RollUpResolver {
  @FieldResolver(() => RollUpType, {
    nullable: true,
    description:
      "本级汇总的范围；本机关年报为空，看不到成员报送情况的人也为空 · Of a SYSTEM report, for whoever sees what its members submitted",
  })
  async rollUp(
    @Root() { view }: AnnualReportType,
    @Ctx() context: RequestContext,
  ): Promise<RollUpType | null> {
    const { loaders } = context;
    if (view.scope !== "SYSTEM") return null;
    const rollUp = await loaders.of(rollUpOf).load({ unitId: view.unitId, year: view.year });
    if (!rollUp) return null;
    const addedUp = await loaders.of(addedUpIn).load(view.id);
    const missing = missingMembers(rollUp);
    const leaves = await loaders.of(completenessOfMembers).load(rollUp);
    return {
      derivedAt: addedUp?.derivedAt ?? null,
      expected: rollUp.members.length,
      included: rollUp.members.length - missing.length,
      missing: missing.map(presentUnit),
      leaves: await presentCompleteness(leaves, context),
      provisional: provisionalMembers(rollUp).map(presentUnit),
      amended: addedUp ? amendedMembers(rollUp, addedUp.members).map(presentUnit) : null,
      formats: formatsOfMembers(rollUp),
    };
  }

  @FieldResolver(() => CompletenessType, {
    nullable: true,
    description:
      "本级汇总的完整性：所示版本报送时计入了哪些单位，逐级到最基层；任何看得到该版本的人可见。本机关年报为空，此前报送的也为空 · Of a SYSTEM report: which units' own reports are in the version shown, for whoever sees it; null for others and for what was filed before this was kept",
  })
  async completeness(
    @Root() { view }: AnnualReportType,
    @Ctx() context: RequestContext,
  ): Promise<CompletenessType | null> {
    if (view.scope !== "SYSTEM") return null;
    const found = await context.loaders.of(completenessOfView).load(view);
    return found && presentCompleteness(found, context);
  }
}

async function presentCompleteness(
  { included, missing }: Completeness,
  { loaders }: RequestContext,
): Promise<CompletenessType> {
  const units = await Promise.all(missing.map((id) => loaders.of(unitById).load(id)));
  return {
    expected: included + missing.length,
    included,
    missing: units.flatMap((unit) => (unit ? [presentUnit(unit)] : [])),
  };
}
