import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { readsGroupsOf } from "./custom-group.entity.js";
import { customGroupsOf } from "./custom-group.loader.js";
import { presentCustomGroup } from "./custom-group.presenter.js";
import { CustomPeerGroupType } from "./custom-group.types.js";

const PRICE_OF_MEMBERS: FieldPrice = { weight: 1, assumedSize: 100 };

@Resolver(() => CustomPeerGroupType)
export class CustomGroupResolver {
  @FieldResolver(() => UnitType, { description: "确定该组的政府 · The government that named it" })
  async unit(@Root() { row }: CustomPeerGroupType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw new Error("a peer group belongs to a unit");
    return presentUnit(unit);
  }

  @FieldResolver(() => [UnitType], { description: "组内单位 · Its members, in the order of the tree" })
  @Extensions({ price: PRICE_OF_MEMBERS })
  async units(@Root() { row }: CustomPeerGroupType, @Ctx() { loaders }: RequestContext): Promise<UnitType[]> {
    const units = await Promise.all(row.members.map((id) => loaders.of(unitById).load(id)));
    return units.flatMap((unit) => (unit ? [presentUnit(unit)] : []));
  }
}

@Resolver(() => UnitType)
export class UnitPeerGroupsResolver {
  @FieldResolver(() => [CustomPeerGroupType], {
    nullable: true,
    description:
      "本级确定的可比组，按名称；本级和下级的人可见，其他人为 null · The peer groups that this unit named, by name; null for whoever does not work at or below it, who may not know them",
  })
  async peerGroups(
    @Root() { row }: UnitType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<CustomPeerGroupType[] | null> {
    if (!readsGroupsOf(viewer, row)) return null;
    return (await loaders.of(customGroupsOf).load(row.id)).map(presentCustomGroup);
  }
}
