import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ORDER_BY, PageInfoType, ShortPageArgs } from "../../platform/graphql/paging.types.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { described, mutationsOf } from "../../records/index.js";
import type { SupplyRow } from "./supply.entity.js";
import { SUPPLY, SUPPLY_STATES, type SupplyState } from "./supply.js";
import { orderEnum } from "../../records/api.js";
import { text } from "../../kernel/text.js";
import { SUPPLY_ORDERS } from "./supply.loader.js";

const SuppliedCountStateEnum = enumOf(
  "SuppliedCountState",
  "外部报送数的状态 · State of a supplied figure",
  described(SUPPLY_STATES),
);

nameSteps(mutationsOf(SUPPLY));

@ObjectType("SignOffRevocation", {
  simpleResolvers: true,
  description: "签认的撤销 · A sign-off taken back",
})
export class SignOffRevocationType {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) by!: string;
  @Field(() => String) reason!: string;
}

@ObjectType("SuppliedCount", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "外部报送数：许可、处罚、强制、收费，由提供单位统计并签认 · A periodic figure from another office (licences, penalties, coercions, fees), signed off by the department that supplied it",
})
export class SuppliedCountType extends NodeType {
  readonly __typename!: "SuppliedCount";
  /** For field resolvers; not part of the API. */
  readonly row!: SupplyRow;
  readonly indicatorCode!: string;

  @Field(() => String, { description: "提供单位 · The office that supplied it" }) supplier!: string;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => DecimalScalar, { description: "件数；收费为万元 · A count; fees in 10,000 yuan" })
  quantity!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "签认时间，此前不计入年报 · When it was signed off; until then it counts nowhere",
  })
  signedOffAt!: string | null;
  @Field(() => String, { nullable: true, description: "签认人 · Who answers for it" })
  signedOffBy!: string | null;
  @Field(() => SignOffRevocationType, {
    nullable: true,
    description: "最近一次撤销签认 · The last time that a sign-off was taken back",
  })
  revocation!: SignOffRevocationType | null;
  @Field(() => SuppliedCountStateEnum, { description: "状态 · Its state" }) state!: SupplyState;
  @Field(() => Int, { description: "修订号 · Revision" }) revision!: number;
}

@ObjectType("SuppliedCountEdge", { simpleResolvers: true })
export class SuppliedCountEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => SuppliedCountType) node!: SuppliedCountType;
}

@ObjectType("SuppliedCountConnection", {
  simpleResolvers: true,
  description: "外部报送数（分页） · A page of supplied figures",
})
export class SuppliedCountConnectionType {
  @Field(() => [SuppliedCountEdgeType]) edges!: SuppliedCountEdgeType[];
  @Field(() => [SuppliedCountType]) nodes!: SuppliedCountType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

export const SuppliedCountOrderEnum = orderEnum(
  "SuppliedCountOrder",
  text("外部报送数", "supplied figures"),
  SUPPLY_ORDERS,
);

/** Which page of a unit's supplied figures, of which of them, and in which order. */
@ArgsType()
export class SuppliedCountListArgs extends ShortPageArgs {
  @Field(() => Int, { nullable: true, description: "只取某年的 · Of one year alone" })
  year?: number | null;
  @Field(() => SuppliedCountOrderEnum, { nullable: true, defaultValue: "FROM_DESC", description: ORDER_BY })
  orderBy?: keyof typeof SUPPLY_ORDERS | null;
}
