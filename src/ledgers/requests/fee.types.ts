import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { DecimalScalar } from "../../platform/graphql/scalars.js";
import { described } from "../../records/index.js";
import { FEE_METHODS } from "./fee.data.js";

export const FeeMethodEnum = enumOf(
  "FeeMethod",
  "信息处理费计收方式，一件申请只用一种 · Method of the processing fee; one method a request",
  described(FEE_METHODS),
);

@ObjectType("FeeTier", {
  simpleResolvers: true,
  description: "信息处理费的一档 · So many at one price",
})
export class FeeTierType {
  @Field(() => Int, { description: "自第几件（页） · The first that has this price" }) from!: number;
  @Field(() => Int, {
    nullable: true,
    description: "至第几件（页）；空：以上不封顶 · The last; null: every further one",
  })
  to!: number | null;
  @Field(() => DecimalScalar, { description: "单价（元） · Yuan for each" }) unitPrice!: string;
  @Field(() => Int, { description: "落入本档的件（页）数 · How many fall into it" }) quantity!: number;
  @Field(() => DecimalScalar, { description: "金额（元） · Yuan for these" }) amount!: string;
}

@ObjectType("ProcessingFee", {
  simpleResolvers: true,
  description: "信息处理费 · The fee for processing information (条例 §42)",
})
export class ProcessingFeeType {
  @Field(() => DecimalScalar, {
    description: "应收金额（元）；按件的为该月合计 · Yuan; by piece: the month's total",
  })
  amount!: string;
  @Field(() => Int, { description: "其中不收费的件（页）数 · How many of them are free" }) free!: number;
  @Field(() => [FeeTierType], {
    description: "逐档计算；未达到的档不列 · Tier by tier, those that it reaches",
  })
  tiers!: FeeTierType[];
  @Field(() => String, { description: "依据 · What it rests on" }) basis!: string;
}
