import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ORDER_BY, PageInfoType } from "../../platform/graphql/paging.types.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange, LedgerPageArgs, orderEnum } from "../../records/api.js";
import { described, mutationsOf } from "../../records/index.js";
import { DISPOSITIONS, type RemedyDisposition } from "./dispositions.data.js";
import { REMEDY } from "./remedy.js";
import {
  REMEDY_ROUTES,
  REMEDY_RULINGS,
  REMEDY_STATES,
  type RemedyRoute,
  type RemedyRuling,
  type RemedyState,
} from "./remedy.terms.js";
import type { RemedyRow } from "./remedy.entity.js";
import { text } from "../../kernel/text.js";
import { REMEDY_ORDERS } from "./remedy.read-model.js";

export const RemedyRouteEnum = enumOf(
  "RemedyRoute",
  "救济途径 · How a request's answer is contested",
  described(REMEDY_ROUTES),
);
export const RemedyRulingEnum = enumOf(
  "RemedyRuling",
  "审理结果（表四） · How a case counts in table 四",
  described(REMEDY_RULINGS),
);
export const RemedyDispositionEnum = enumOf(
  "RemedyDisposition",
  "裁判方式 · What was ruled, in the law's own words",
  Object.fromEntries(
    Object.entries(DISPOSITIONS).map(([code, { name, ruling, basis }]) => [
      code,
      `${name.zh}（${basis}，计入${REMEDY_RULINGS[ruling].zh}） · ${name.en}; counts as ${ruling}`,
    ]),
  ) as Record<RemedyDisposition, string>,
);

const RemedyStateEnum = enumOf(
  "RemedyState",
  "复议、诉讼案件的状态 · State of a case",
  described(REMEDY_STATES),
);

nameSteps(mutationsOf(REMEDY));

@ObjectType("Remedy", {
  simpleResolvers: true,
  implements: NodeType,
  description: "行政复议、行政诉讼案件 · An administrative review or suit over a request",
})
export class RemedyType extends NodeType {
  readonly __typename!: "Remedy";
  /** For field resolvers; not part of the API. */
  readonly row!: RemedyRow;
  @Field(() => RemedyRouteEnum) route!: RemedyRoute;
  @Field(() => String, { description: "案号 · The case's number" }) number!: string;
  @Field(() => String, { nullable: true, description: "复议机关或法院 · The organ or court" })
  organ!: string | null;
  @Field(() => DateScalar, { description: "申请复议或起诉日期 · When it was lodged" }) lodgedOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "审结日期（最近一次裁判） · When it was concluded, by its latest outcome",
  })
  concludedOn!: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "复议决定书、裁判文书送达申请人（原告）的日期；未登记的为空 · When whoever lodged it had the ruling; null where not known",
  })
  decisionArrivedOn!: string | null;
  @Field(() => RemedyRulingEnum, { nullable: true }) ruling!: RemedyRuling | null;
  @Field(() => RemedyDispositionEnum, { nullable: true }) disposition!: RemedyDisposition | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => RemedyStateEnum, { description: "状态 · Its state" }) state!: RemedyState;
  @Field(() => Int) revision!: number;
}

@ObjectType("RemedyEdge", { simpleResolvers: true })
export class RemedyEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => RemedyType) node!: RemedyType;
}

@ObjectType("RemedyConnection", { simpleResolvers: true, description: "案件列表（分页） · A page of cases" })
export class RemedyConnectionType {
  @Field(() => [RemedyEdgeType]) edges!: RemedyEdgeType[];
  @Field(() => [RemedyType]) nodes!: RemedyType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

@InputType({ description: "筛选复议、诉讼案件 · Which cases" })
export class RemedyFilter {
  @Field(() => RemedyRouteEnum, { nullable: true }) route?: RemedyRoute | null;
  @Field(() => Boolean, { nullable: true, description: "尚未审结 · Not concluded yet" })
  pending?: boolean | null;
  @Field(() => DateRange, { nullable: true }) lodged?: DateRange | null;
}

export const RemedyOrderEnum = orderEnum("RemedyOrder", text("复议、诉讼", "cases"), REMEDY_ORDERS);

/** Which page of a unit's cases, of which of them, and in which order. */
@ArgsType()
export class RemedyListArgs extends LedgerPageArgs {
  @Field(() => RemedyFilter, { nullable: true, description: "筛选 · Which of them" })
  filter?: RemedyFilter | null;
  @Field(() => RemedyOrderEnum, { nullable: true, defaultValue: "LODGED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof REMEDY_ORDERS | null;
}
