import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { PageInfoType } from "../../platform/graphql/paging.types.js";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange } from "../../records/api.js";
import { described } from "../../records/index.js";
import { DISPOSITIONS, type RemedyDisposition } from "./dispositions.data.js";
import { REMEDY_ROUTES, REMEDY_RULINGS, type RemedyRoute, type RemedyRuling } from "./remedy.terms.js";
import type { RemedyRow } from "./remedy.entity.js";

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

@ObjectType("Remedy", {
  simpleResolvers: true,
  implements: NodeType,
  description: "行政复议、行政诉讼案件 · An administrative review or suit over a request",
})
export class RemedyType extends NodeType {
  readonly __typename!: "Remedy";
  /** For field resolvers; not part of the API. */
  readonly row!: Pick<RemedyRow, "id" | "unitId" | "requestId" | "reviewId">;
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

@InputType({
  description: "登记复议、诉讼案件：unitCode 与 requestId 至少给一项 · A case; name its unit or its request",
})
export class LodgeRemedyInput {
  @Field(() => String, { nullable: true }) unitCode?: string | null;
  @Field(() => RemedyRouteEnum) route!: RemedyRoute;
  @Field(() => ID, {
    nullable: true,
    description: "所争议的申请；不在台账中的不填 · The contested request, where it is in the ledger",
  })
  requestId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "复议后起诉的，所经的复议 · The review that a suit followed",
  })
  reviewId?: string | null;
  @Field(() => String) number!: string;
  @Field(() => String, { nullable: true }) organ?: string | null;
  @Field(() => DateScalar) lodgedOn!: string;
  @Field(() => String, {
    nullable: true,
    description: "备注，勿写当事人个人信息 · A note, without personal data",
  })
  note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({
  description:
    "登记审理结果：ruling、disposition 至少给一项；已审结的再登记（二审、更正）须写 reason · The outcome; another one for a concluded case needs its reason",
})
export class ConcludeRemedyInput {
  @Field(() => ID) remedyId!: string;
  @Field(() => DateScalar, { nullable: true, description: "审结日期，默认今天 · Today when left out" })
  on?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "决定书送达申请人的日期，已知的 · When whoever lodged it had the ruling, where known",
  })
  arrivedOn?: string | null;
  @Field(() => RemedyRulingEnum, { nullable: true }) ruling?: RemedyRuling | null;
  @Field(() => RemedyDispositionEnum, { nullable: true }) disposition?: RemedyDisposition | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({
  description:
    "更正未审结案件的登记信息；不给的不改，organ、note 给 null 则清空 · Corrects a pending case; omitted fields stay",
})
export class AmendRemedyInput {
  @Field(() => ID) remedyId!: string;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true }) organ?: string | null;
  @Field(() => DateScalar, { nullable: true }) lodgedOn?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({
  description: "补登决定书的送达日期（行政诉讼法 §45：自收到复议决定书之日起） · When the ruling arrived",
})
export class RecordRulingArrivalInput {
  @Field(() => ID) remedyId!: string;
  @Field(() => DateScalar, { description: "送达日期，不早于审结日期 · Not before it was concluded" })
  arrivedOn!: string;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType("RemedyPayload", { simpleResolvers: true })
export class RemedyPayloadType {
  @Field(() => RemedyType, { nullable: true }) remedy!: RemedyType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
